using System.Threading;

namespace System;

/// <summary>A value that is made when it is first asked for.</summary>
public class Lazy<T>
{
    private readonly LazyThreadSafetyMode _mode;

    // Null once there is a value. While the factory runs it is one that throws, so that a factory which asks for its own value fails.
    private Func<T>? _factory;
    private Exception? _exception;
    private T? _value;

    public Lazy()
        : this(LazyThreadSafetyMode.ExecutionAndPublication)
    {
    }

    public Lazy(bool isThreadSafe)
        : this(ModeOf(isThreadSafe))
    {
    }

    public Lazy(LazyThreadSafetyMode mode)
        : this(Activator.CreateInstance<T>, mode)
    {
    }

    public Lazy(T value)
    {
        _value = value;
    }

    public Lazy(Func<T> valueFactory)
        : this(valueFactory, LazyThreadSafetyMode.ExecutionAndPublication)
    {
    }

    public Lazy(Func<T> valueFactory, bool isThreadSafe)
        : this(valueFactory, ModeOf(isThreadSafe))
    {
    }

    public Lazy(Func<T> valueFactory, LazyThreadSafetyMode mode)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        if ((uint)mode > (uint)LazyThreadSafetyMode.ExecutionAndPublication)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(mode));
        }

        _factory = valueFactory;
        _mode = mode;
    }

    public bool IsValueCreated => Volatile.Read(ref _factory) is null;

    public T Value
    {
        get
        {
            if (!IsValueCreated)
            {
                Create();
            }

            return _value!;
        }
    }

    /// <summary>The text of the value, or a remark that there is none yet.</summary>
    public override string? ToString() => IsValueCreated ? Value!.ToString() : "Value is not created.";

    private static LazyThreadSafetyMode ModeOf(bool isThreadSafe) =>
        isThreadSafe ? LazyThreadSafetyMode.ExecutionAndPublication : LazyThreadSafetyMode.None;

    private static T FailRecursively() => throw new InvalidOperationException("The value factory asked for the value it is making.");

    private void Create()
    {
        switch (_mode)
        {
            case LazyThreadSafetyMode.None:
                CreateOnce();
                break;
            case LazyThreadSafetyMode.PublicationOnly:
                // Whoever is first wins; a failure is nobody's.
                if (Volatile.Read(ref _factory) is { } factory)
                {
                    var value = factory();
                    lock (this)
                    {
                        if (!IsValueCreated)
                        {
                            Publish(value);
                        }
                    }
                }

                break;
            default:
                lock (this)
                {
                    if (!IsValueCreated)
                    {
                        CreateOnce();
                    }
                }

                break;
        }
    }

    private void CreateOnce()
    {
        if (_exception is not null)
        {
            throw _exception;
        }

        var factory = _factory!;
        _factory = FailRecursively;
        try
        {
            Publish(factory());
        }
        catch (Exception exception)
        {
            // A factory runs once: its failure is the answer from now on.
            _exception = exception;
            throw;
        }
    }

    private void Publish(T value)
    {
        _value = value;
        Volatile.Write(ref _factory, null);
    }
}
