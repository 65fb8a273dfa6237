using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>A function pointer and what to call it with.</summary>
/// <remarks>
/// Invoking a delegate is a call of <c>_functionPointer</c> with <c>_firstParameter</c> in the first argument register; the compiler emits
/// it inline.
/// <list type="bullet">
/// <item>closed over an instance: the method's code and the instance;</item>
/// <item>anything else: a thunk that ILC made for the delegate's type, and the delegate itself, out of whose other two fields the thunk
/// takes what it needs (open static: the code; closed static: the code and the first argument; multicast: the list and how many entries it
/// has).</item>
/// </list>
/// Fields and initialisers are known to ILC by name, and the JIT to offset 8 and 32. Source: ILC 10.0 (dotnet/runtime,
/// <c>DelegateInfo.cs</c>, <c>DelegateThunks.cs</c>,
/// <c>CorInfoImpl.cs</c>).
/// </remarks>
public abstract unsafe class Delegate
{
    private object? _firstParameter;
    private object? _helperObject;
    private nint _extraFunctionPointerOrData;
    private nint _functionPointer;

    // Indices of GetThunk.
    private const int MulticastThunk = 0;
    private const int ClosedStaticThunk = 1;
    private const int ClosedInstanceThunkOverGenericMethod = 3;

    private protected Delegate()
    {
    }

    /// <summary>
    /// An entry of an invocation list. The list is an array of these, and not of delegates, so that a closed static delegate whose first
    /// argument happens to be an array of delegates is not taken for a multicast one.
    /// </summary>
    private struct Wrapper
    {
        public Delegate Value;
    }

    /// <summary>Whether one method is called, and not a list of them.</summary>
    public bool HasSingleTarget => _helperObject is not Wrapper[];

    /// <summary>The instance that the (last) method is called on; null for a static one.</summary>
    public object? Target
    {
        get
        {
            if (_helperObject is Wrapper[] list)
            {
                return list[(int)_extraFunctionPointerOrData - 1].Value.Target;
            }

            if (_functionPointer == GetThunk(ClosedStaticThunk) || _functionPointer == GetThunk(ClosedInstanceThunkOverGenericMethod))
            {
                return _helperObject;
            }

            return ReferenceEquals(_firstParameter, this) ? null : _firstParameter;
        }
    }

    /// <summary>A delegate that calls what <paramref name="a"/> calls, then what <paramref name="b"/> calls. Allocates.</summary>
    /// <exception cref="ArgumentException">The delegates are of different types.</exception>
    [return: NotNullIfNotNull(nameof(a))]
    [return: NotNullIfNotNull(nameof(b))]
    public static Delegate? Combine(Delegate? a, Delegate? b)
    {
        if (a is null)
        {
            return b;
        }

        return b is null ? a : a.CombineWith(b);
    }

    public static Delegate? Combine(params Delegate?[]? delegates)
    {
        Delegate? result = null;
        if (delegates is not null)
        {
            for (var i = 0; i < delegates.Length; i++)
            {
                result = Combine(result, delegates[i]);
            }
        }

        return result;
    }

    /// <summary>
    /// <paramref name="source"/> without the last occurrence of the calls of <paramref name="value"/>; null if nothing is left;
    /// <paramref name="source"/> itself if they do not occur.
    /// </summary>
    /// <exception cref="ArgumentException">The delegates are of different types.</exception>
    public static Delegate? Remove(Delegate? source, Delegate? value)
    {
        if (source is null || value is null)
        {
            return source;
        }

        ThrowIfTypesDiffer(source, value);
        return source.RemoveLast(value);
    }

    /// <summary><paramref name="source"/> without any occurrence of the calls of <paramref name="value"/>.</summary>
    public static Delegate? RemoveAll(Delegate? source, Delegate? value)
    {
        Delegate? result;
        do
        {
            result = source;
            source = Remove(source, value);
        }
        while (!ReferenceEquals(result, source));

        return result;
    }

    /// <summary>A delegate for each call, in order.</summary>
    public Delegate[] GetInvocationList()
    {
        var count = InvocationCount;
        var result = new Delegate[count];
        for (var i = 0; i < count; i++)
        {
            result[i] = InvocationAt(i);
        }

        return result;
    }

    public static bool operator ==(Delegate? d1, Delegate? d2) => ReferenceEquals(d1, d2) || (d1 is not null && d1.Equals(d2));

    public static bool operator !=(Delegate? d1, Delegate? d2) => !(d1 == d2);

    /// <summary>Whether both delegates are of one type and call the same methods on the same instances in the same order.</summary>
    public override bool Equals([NotNullWhen(true)] object? obj)
    {
        if (ReferenceEquals(this, obj))
        {
            return true;
        }

        if (obj is null || obj.GetMethodTable() != this.GetMethodTable())
        {
            return false;
        }

        var other = Unsafe.As<Delegate>(obj);
        if (_functionPointer != other._functionPointer || _extraFunctionPointerOrData != other._extraFunctionPointerOrData)
        {
            return false;
        }

        if (_helperObject is Wrapper[] list)
        {
            // Both call the multicast thunk, and so both have a list, of the same length.
            return ListsEqual(list, 0, Unsafe.As<Wrapper[]>(other._helperObject), (int)_extraFunctionPointerOrData);
        }

        // A thunk's first parameter is the delegate itself; then it is the rest that counts.
        var isThunk = ReferenceEquals(_firstParameter, this);
        return isThunk ? ReferenceEquals(_helperObject, other._helperObject) : ReferenceEquals(_firstParameter, other._firstParameter);
    }

    public override int GetHashCode()
    {
        if (_helperObject is Wrapper[] list)
        {
            var hash = 0;
            for (var i = 0; i < (int)_extraFunctionPointerOrData; i++)
            {
                hash = (hash * 33) + list[i].Value.GetHashCode();
            }

            return hash;
        }

        var isThunk = ReferenceEquals(_firstParameter, this);
        var code = isThunk ? _extraFunctionPointerOrData : _functionPointer;
        return RuntimeHelpers.HashAddress(code << 3) ^ RuntimeHelpers.GetHashCode(isThunk ? _helperObject : _firstParameter);
    }

    private int InvocationCount => _helperObject is Wrapper[] ? (int)_extraFunctionPointerOrData : 1;

    private Delegate InvocationAt(int index) => _helperObject is Wrapper[] list ? list[index].Value : this;

    private static bool ListsEqual(Wrapper[] list, int start, Wrapper[] other, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!list[start + i].Value.Equals(other[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    private static void ThrowIfTypesDiffer(Delegate a, Delegate b)
    {
        if (a.GetMethodTable() != b.GetMethodTable())
        {
            ThrowHelper.ThrowArgumentException("Delegates must be of the same type.");
        }
    }

    private Delegate CombineWith(Delegate next)
    {
        ThrowIfTypesDiffer(this, next);
        var ownCount = InvocationCount;
        var list = new Wrapper[ownCount + next.InvocationCount];
        for (var i = 0; i < list.Length; i++)
        {
            list[i].Value = i < ownCount ? InvocationAt(i) : next.InvocationAt(i - ownCount);
        }

        return NewMulticast(list, list.Length);
    }

    private Delegate? RemoveLast(Delegate value)
    {
        if (_helperObject is not Wrapper[] list)
        {
            return Equals(value) ? null : this;
        }

        var count = (int)_extraFunctionPointerOrData;
        var removedCount = value.InvocationCount;
        for (var start = count - removedCount; start >= 0; start--)
        {
            var i = 0;
            while (i < removedCount && list[start + i].Value.Equals(value.InvocationAt(i)))
            {
                i++;
            }

            if (i == removedCount)
            {
                return WithoutRange(list, count, start, removedCount);
            }
        }

        return this;
    }

    private Delegate? WithoutRange(Wrapper[] list, int count, int start, int removedCount)
    {
        var remaining = count - removedCount;
        if (remaining == 0)
        {
            return null;
        }

        if (remaining == 1)
        {
            return list[start == 0 ? count - 1 : 0].Value;
        }

        var shorter = new Wrapper[remaining];
        for (var i = 0; i < remaining; i++)
        {
            shorter[i] = list[i < start ? i : i + removedCount];
        }

        return NewMulticast(shorter, remaining);
    }

    private Delegate NewMulticast(Wrapper[] list, int count)
    {
        var result = Unsafe.As<Delegate>(RuntimeExports.RhNewObject(this.GetMethodTable()));
        result._functionPointer = GetThunk(MulticastThunk);
        result._firstParameter = result;
        result._helperObject = list;
        result._extraFunctionPointerOrData = count;
        return result;
    }

    /// <summary>ILC overrides it in each delegate type: the code of a thunk, or zero if the type has no such thunk.</summary>
    private protected virtual nint GetThunk(int whichThunk) => 0;

    // The rest is called by name, in code that ILC makes for 'new SomeDelegate(...)'.

    private void InitializeClosedInstance(object? firstParameter, nint functionPointer)
    {
        if (firstParameter is null)
        {
            ThrowNullInstance();
        }

        _functionPointer = functionPointer;
        _firstParameter = firstParameter;
    }

    /// <summary>
    /// The target may be generic code shared between instantiations; then the pointer is marked and leads to the code and its dictionary.
    /// </summary>
    private void InitializeClosedInstanceSlow(object? firstParameter, nint functionPointer)
    {
        if (firstParameter is null)
        {
            ThrowNullInstance();
        }

        InitializeClosedInstanceWithoutNullCheck(firstParameter, functionPointer);
    }

    private void InitializeClosedInstanceWithoutNullCheck(object? firstParameter, nint functionPointer)
    {
        if ((functionPointer & FunctionPointerOperations.FatFunctionPointerBit) == 0)
        {
            _functionPointer = functionPointer;
            _firstParameter = firstParameter;
        }
        else
        {
            _firstParameter = this;
            _functionPointer = GetThunk(ClosedInstanceThunkOverGenericMethod);
            _extraFunctionPointerOrData = functionPointer;
            _helperObject = firstParameter;
        }
    }

    private void InitializeClosedInstanceToInterface(object? firstParameter, nint dispatchCell)
    {
        if (firstParameter is null)
        {
            ThrowHelper.ThrowNullReferenceException();
        }

        _functionPointer = InterfaceDispatch.RhpResolveInterfaceMethod(firstParameter, dispatchCell);
        _firstParameter = firstParameter;
    }

    private void InitializeClosedInstanceWithGVMResolution(object? firstParameter, RuntimeMethodHandle genericVirtualMethod)
    {
        if (firstParameter is null)
        {
            ThrowHelper.ThrowNullReferenceException();
        }

        InitializeClosedInstanceWithoutNullCheck(firstParameter, TypeLoaderExports.GVMLookupForSlot(firstParameter, genericVirtualMethod));
    }

    private void InitializeClosedStaticThunk(object? firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _extraFunctionPointerOrData = functionPointer;
        _helperObject = firstParameter;
        _functionPointer = functionPointerThunk;
        _firstParameter = this;
    }

    private void InitializeOpenStaticThunk(object? firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _firstParameter = this;
        _functionPointer = functionPointerThunk;
        _extraFunctionPointerOrData = functionPointer;
    }

    [DoesNotReturn]
    private static void ThrowNullInstance() =>
        throw new ArgumentException("Delegate to an instance method cannot have null 'this'.");
}
