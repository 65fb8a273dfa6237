namespace System;

public interface ISpanFormattable : IFormattable
{
    /// <returns>Whether the destination was long enough.</returns>
    bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider);
}
