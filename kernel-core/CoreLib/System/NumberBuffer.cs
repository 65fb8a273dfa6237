namespace System;

/// <summary>A decimal number in pieces: 0.d₀d₁d₂… × 10^<see cref="Scale"/>.</summary>
internal ref struct NumberBuffer
{
    /// <summary>The longest run of significant digits that decides how a decimal number rounds to a double: 767, and one more.</summary>
    public const int DoubleDigits = 768;

    /// <summary>Room for the digits, each 0 to 9.</summary>
    public readonly Span<byte> Digits;

    /// <summary>How many digits there are. The first is not 0; a number without digits is zero.</summary>
    public int Count;

    /// <summary>The place of the decimal point, counted from before the first digit.</summary>
    public int Scale;

    public bool IsNegative;

    /// <summary>Not all digits fitted, and one of those left out is not 0.</summary>
    public bool HasNonZeroTail;

    /// <summary>The number comes from a floating-point type: it keeps the sign of zero, and its digits are rounded already.</summary>
    public bool IsFloatingPoint;

    /// <summary>The number is a decimal: zeros at its end count, as in 1.50.</summary>
    public bool KeepsTrailingZeros;

    public NumberBuffer(Span<byte> digits)
    {
        Digits = digits;
    }

    /// <summary>The digit at the position, 0 beyond the last.</summary>
    public readonly int this[int index] => (uint)index < (uint)Count ? Digits[index] : 0;

    /// <summary>Sets the digits to those of an integer.</summary>
    public void Assign(ulong value)
    {
        Count = 0;
        for (var rest = value; rest != 0; rest /= 10)
        {
            Count++;
        }

        for (var i = Count; i > 0; value /= 10)
        {
            Digits[--i] = (byte)(value % 10);
        }

        Scale = Count;
    }

    /// <summary>Keeps the given number of digits, rounding half away from zero unless the digits are rounded already.</summary>
    public void Round(int count, bool isRoundedAlready = false)
    {
        if (count < 0)
        {
            Count = 0;
        }
        else if (count < Count)
        {
            var roundUp = !isRoundedAlready && Digits[count] >= 5;
            Count = count;
            if (roundUp)
            {
                RoundUp();
            }
        }

        while (Count > 0 && Digits[Count - 1] == 0)
        {
            Count--;
        }

        if (Count == 0)
        {
            Scale = 0;
            IsNegative &= IsFloatingPoint;
        }
    }

    /// <summary>Adds one to the last digit.</summary>
    public void RoundUp()
    {
        while (Count > 0 && Digits[Count - 1] == 9)
        {
            Count--;
        }

        if (Count > 0)
        {
            Digits[Count - 1]++;
        }
        else
        {
            Digits[0] = 1;
            Count = 1;
            Scale++;
        }
    }
}
