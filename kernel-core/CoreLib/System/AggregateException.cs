using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Text;

namespace System;

/// <summary>Several exceptions that were caught before they could be thrown: those of a task, or of the parts of one.</summary>
public class AggregateException : Exception
{
    private const string DefaultMessage = "One or more errors occurred.";

    private readonly Exception[] _innerExceptions;
    private ReadOnlyCollection<Exception>? _collection;

    public AggregateException()
        : this(DefaultMessage)
    {
    }

    public AggregateException(string? message)
        : base(message)
    {
        _innerExceptions = [];
    }

    public AggregateException(string? message, Exception innerException)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(innerException);
        _innerExceptions = [innerException];
    }

    public AggregateException(params Exception[] innerExceptions)
        : this(DefaultMessage, innerExceptions)
    {
    }

    public AggregateException(string? message, params Exception[] innerExceptions)
        : this(message, Copy(innerExceptions), isOwn: true)
    {
    }

    public AggregateException(IEnumerable<Exception> innerExceptions)
        : this(DefaultMessage, innerExceptions)
    {
    }

    public AggregateException(string? message, IEnumerable<Exception> innerExceptions)
        : this(message, new List<Exception>(innerExceptions ?? throw new ArgumentNullException(nameof(innerExceptions))).ToArray())
    {
    }

    private AggregateException(string? message, Exception[] innerExceptions, bool isOwn)
        : base(message, innerExceptions.Length > 0 ? innerExceptions[0] : null)
    {
        _innerExceptions = innerExceptions;
    }

    public ReadOnlyCollection<Exception> InnerExceptions => _collection ??= new ReadOnlyCollection<Exception>(_innerExceptions);

    /// <summary>The message, and in brackets those of the inner exceptions.</summary>
    public override string Message
    {
        get
        {
            if (_innerExceptions.Length == 0)
            {
                return base.Message;
            }

            var text = new StringBuilder(base.Message);
            foreach (var inner in _innerExceptions)
            {
                text.Append(" (").Append(inner.Message).Append(')');
            }

            return text.ToString();
        }
    }

    /// <summary>The first exception down the chain of single inner ones that is no such chain itself.</summary>
    public override Exception GetBaseException()
    {
        Exception last = this;
        var aggregate = this;
        while (aggregate is not null && aggregate._innerExceptions.Length == 1)
        {
            last = aggregate._innerExceptions[0];
            aggregate = last as AggregateException;
        }

        return last;
    }

    /// <summary>One level: the inner exceptions of those that are of this type, in their place.</summary>
    public AggregateException Flatten()
    {
        var flat = new List<Exception>();
        var pending = new Queue<AggregateException>();
        pending.Enqueue(this);
        while (pending.TryDequeue(out var aggregate))
        {
            foreach (var inner in aggregate._innerExceptions)
            {
                if (inner is AggregateException nested)
                {
                    pending.Enqueue(nested);
                }
                else
                {
                    flat.Add(inner);
                }
            }
        }

        return new AggregateException(base.Message, flat.ToArray(), isOwn: true);
    }

    /// <summary>Asks <paramref name="predicate"/> about each inner exception.</summary>
    /// <exception cref="AggregateException">Those that it says false to, if any.</exception>
    public void Handle(Func<Exception, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        List<Exception>? unhandled = null;
        foreach (var inner in _innerExceptions)
        {
            if (!predicate(inner))
            {
                (unhandled ??= []).Add(inner);
            }
        }

        if (unhandled is not null)
        {
            throw new AggregateException(base.Message, unhandled.ToArray(), isOwn: true);
        }
    }

    private static Exception[] Copy(Exception[] exceptions)
    {
        ArgumentNullException.ThrowIfNull(exceptions);
        var copy = new Exception[exceptions.Length];
        for (var index = 0; index < copy.Length; index++)
        {
            copy[index] = exceptions[index]
                ?? throw new ArgumentException("An element of innerExceptions was null.", nameof(exceptions));
        }

        return copy;
    }
}
