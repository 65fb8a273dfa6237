using System;

namespace Tarn.Conformance;

/// <summary>
/// Control flow: switches over strings and integers, dense and sparse, <c>goto</c>, labels, loops, short circuits, operators.
/// </summary>
public static class SwitchesAndLoops
{
    [Flags]
    private enum Access
    {
        None = 0,
        Read = 1,
        Write = 2,
        Execute = 4,
        All = Read | Write | Execute,
    }

    public static void Run()
    {
        string[] words =
        [
            "January", "february", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
            "", "x",
        ];
        foreach (var word in words)
        {
            Console.Write(Days(word) + " ");
        }

        Console.WriteLine();
        for (var i = -2; i < 15; i++)
        {
            Console.Write(Dense(i) + Sparse(i * 1000) + " ");
        }

        Console.WriteLine();
        Console.WriteLine(Fall(1) + Fall(2) + Fall(3) + Fall(9));
        foreach (var c in "a1 Z-")
        {
            Console.Write(Classify(c) + " ");
        }

        Console.WriteLine();
        var access = Access.Read | Access.Execute;
        Console.WriteLine(
            (int)access + " " + access.HasFlag(Access.Write) + " " + ((access & Access.Read) != 0) + " " + (int)(Access.All & ~access) +
            " " + Allowed(access));

        var attempts = 0;
        retry:
        attempts++;
        if (attempts < 3)
        {
            goto retry;
        }

        for (var i = 0; ; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                if (j == i)
                {
                    break;
                }

                if ((i + j) % 2 == 0)
                {
                    continue;
                }

                Console.Write(i + "" + j + " ");
                if (i == 4)
                {
                    goto done;
                }
            }
        }

        done:
        Console.WriteLine(attempts);
        var n = 27;
        var steps = 0;
        do
        {
            n = n % 2 == 0 ? n / 2 : (3 * n) + 1;
            steps++;
        }
        while (n != 1);
        Console.WriteLine(steps);
        Console.WriteLine(Log("a", false) && Log("b", true));
        Console.WriteLine(Log("c", true) || Log("d", true));
        Console.WriteLine((Log("e", false) & Log("f", true)) | (Log("g", true) ^ Log("h", true)));
        var x = 5;
        x = x++ + ++x;
        Console.WriteLine(x + " " + (x += x -= 2) + " " + (x <<= 2) + " " + (-x >>> 28) + " " + (-x >> 2) + " " + (x ^ 0xFF) + " " + ~x);
        Console.WriteLine((7 / 2) + " " + (-7 / 2) + " " + (-7 % 3) + " " + (7.5 % 2) + " " + (1 << 33) + " " + (1L << 33));
        unchecked
        {
            Console.WriteLine(
                (int.MaxValue + 1) + " " + (uint)-1 + " " + (int)3000000000u + " " + (short)70000 + " " + (byte)300 + " " + (sbyte)200);
        }

        Console.WriteLine(
            (int)2.9 + " " + (int)-2.9 + " " + (long)1e15 + " " + (float)1 / 3 + " " + 1.0 / 3 + " " + (char)('a' + 1) + " " + ('a' + 1));
        int[] array = [3, 1, 2];
        var index = 0;
        array[index++] = array[index] + index;
        Console.WriteLine(string.Join(",", array) + " " + index);
        var text = args(1, 2) switch { { Length: > 2 } => "many", ["1", _] => "two", _ => "else" };
        Console.WriteLine(text);

        static string[] args(params int[] numbers) => Array.ConvertAll(numbers, number => number.ToString());
    }

    private static int Days(string month)
    {
        switch (month)
        {
            case "January":
            case "March":
            case "May":
            case "July":
            case "August":
            case "October":
            case "December":
                return 31;
            case "April":
            case "June":
            case "September":
            case "November":
                return 30;
            case "february":
                return 28;
            case "":
                return 0;
            default:
                return -1;
        }
    }

    private static string Dense(int number) => number switch
    {
        0 => "a",
        1 => "b",
        2 => "c",
        3 => "d",
        4 => "e",
        5 => "f",
        6 => "g",
        7 => "h",
        _ => ".",
    };

    private static string Sparse(int number) => number switch
    {
        -1000 => "m",
        0 => "z",
        2000 => "t",
        7000 => "s",
        14000 => "f",
        _ => "",
    };

    private static string Fall(int number)
    {
        var text = "";
        switch (number)
        {
            case 1:
                text += "1";
                goto case 2;
            case 2:
                text += "2";
                goto default;
            case 3:
                return "3;";
            default:
                return text + "d;";
        }
    }

    private static string Classify(char c) => c switch
    {
        >= 'a' and <= 'z' => "lower",
        >= 'A' and <= 'Z' => "upper",
        >= '0' and <= '9' => "digit",
        ' ' or '\t' => "blank",
        _ => "other",
    };

    private static string Allowed(Access access) => access switch
    {
        Access.None => "nothing",
        Access.All => "everything",
        _ when access.HasFlag(Access.Read) => "reading",
        _ => "other",
    };

    private static bool Log(string name, bool value)
    {
        Console.Write(name + " ");
        return value;
    }
}
