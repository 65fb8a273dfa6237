// Strings: literals, each of the constructors' kinds, comparison in a switch.
using System.Runtime;

internal static unsafe class Strings
{
    [RuntimeExport("contract_literal")]
    public static string Literal() => "literal";

    [RuntimeExport("contract_repeat")]
    public static string Repeat(char character, int count) => new(character, count);

    [RuntimeExport("contract_from_array")]
    public static string FromArray(char[] characters) => new(characters);

    [RuntimeExport("contract_from_part")]
    public static string FromPart(char[] characters) => new(characters, 1, 2);

    [RuntimeExport("contract_from_pointer")]
    public static string FromPointer(char* characters) => new(characters);

    [RuntimeExport("contract_switch")]
    public static int Switch(string text) => text switch
    {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        _ => 0,
    };
}
