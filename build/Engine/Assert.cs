using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Checks that end the running target with a message when they do not hold.</summary>
public static class Assert
{
    /// <summary>Fails always.</summary>
    /// <exception cref="InvalidOperationException">Always; carries <paramref name="message"/> and <paramref name="exception"/>.</exception>
    [DoesNotReturn]
    public static void Fail(string message, Exception? exception = null) =>
        throw new InvalidOperationException(message, exception);

    /// <summary>Fails unless <paramref name="condition"/> holds.</summary>
    /// <exception cref="ArgumentException">The condition is false.</exception>
    public static void True(
        [DoesNotReturnIf(false)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (!condition)
        {
            Throw(message, "This does not hold", argumentExpression);
        }
    }

    /// <summary>Fails if <paramref name="condition"/> holds.</summary>
    /// <exception cref="ArgumentException">The condition is true.</exception>
    public static void False(
        [DoesNotReturnIf(true)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (condition)
        {
            Throw(message, "This holds, and must not", argumentExpression);
        }
    }

    /// <summary>Gives the object back, or fails if there is none.</summary>
    /// <exception cref="ArgumentException">The object is null.</exception>
    [return: NotNull]
    public static T NotNull<T>(
        [NotNull] this T? obj,
        string? message = null,
        [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : class
    {
        if (obj is null)
        {
            Throw(message, $"There is no {typeof(T).Name} here", argumentExpression);
        }

        return obj;
    }

    /// <summary>Gives the text back, or fails if it is null or empty.</summary>
    /// <exception cref="ArgumentException">The text is null or empty.</exception>
    public static string NotNullOrEmpty(
        [NotNull] this string? str,
        string? message = null,
        [CallerArgumentExpression(nameof(str))] string? argumentExpression = null)
    {
        if (string.IsNullOrEmpty(str))
        {
            Throw(message, "This text is empty", argumentExpression);
        }

        return str;
    }

    /// <summary>Fails if the collection is null or has no element.</summary>
    /// <exception cref="ArgumentException">The collection is null or empty.</exception>
    public static void NotEmpty<T>(
        IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
    {
        if (collection is null || collection.Count == 0)
        {
            Throw(message, "This collection is empty", argumentExpression);
        }
    }

    /// <summary>Fails unless there is a file at <paramref name="path"/>.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static void FileExists(
        string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
    {
        if (!File.Exists(path))
        {
            Throw(message, $"There is no file {path}", argumentExpression);
        }
    }

    /// <summary>Fails unless there is a directory at <paramref name="path"/>.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static void DirectoryExists(
        string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
    {
        if (!Directory.Exists(path))
        {
            Throw(message, $"There is no folder {path}", argumentExpression);
        }
    }

    // A message given by the caller speaks for itself; only the standard one needs to name the expression.
    [DoesNotReturn]
    private static void Throw(string? message, string standardMessage, string? argumentExpression) =>
        throw new ArgumentException(message ?? standardMessage, message is null ? argumentExpression : null);
}
