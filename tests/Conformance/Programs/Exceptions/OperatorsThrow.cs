using System;

namespace Tarn.Conformance;

/// <summary>Exceptions out of operators, conversions, indexers and properties.</summary>
public static class OperatorsThrow
{
    private readonly struct Small(int value)
    {
        public int Value => value;

        public static Small operator +(Small left, Small right) =>
            left.Value + right.Value > 9 ? throw new OverflowException("sum") : new Small(left.Value + right.Value);

        public static Small operator ++(Small operand) => operand.Value == 9 ? throw new OverflowException("increment") : new Small(operand.Value + 1);

        public static explicit operator Small(int value) => value is < 0 or > 9 ? throw new InvalidCastException("conversion") : new Small(value);

        public int this[int digit] => digit == 0 ? value : throw new IndexOutOfRangeException("digit");

        public bool IsEven => value == 7 ? throw new NotSupportedException("seven") : value % 2 == 0;
    }

    private static void Try(Func<object> action)
    {
        try
        {
            Console.WriteLine(action());
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }
    }

    public static void Run()
    {
        Try(() => (new Small(4) + new Small(5)).Value);
        Try(() => (new Small(5) + new Small(5)).Value);
        Try(() =>
        {
            var small = new Small(8);
            small++;
            small++;
            return small.Value;
        });
        Try(() => ((Small)9).Value);
        Try(() => ((Small)10).Value);
        Try(() => new Small(3)[0]);
        Try(() => new Small(3)[1]);
        Try(() => new Small(6).IsEven);
        Try(() => new Small(7).IsEven);
    }
}
