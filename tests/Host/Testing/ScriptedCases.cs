using System.Text;
using Tarn.Testing;
using Tarn.Testing.Protocol;

namespace Tarn.Tests.Host.Testing;

/// <summary>A table of cases that a test fills.</summary>
internal readonly struct ScriptedCases : ITestCases
{
    private static readonly List<(string Name, CaseFlags Flags, Action Body, Type? Throws)> Cases = [];

    public int Count => Cases.Count;

    public static void Clear() => Cases.Clear();

    public static void Add(string name, Action body, CaseFlags flags = CaseFlags.None) => Cases.Add((name, flags, body, null));

    public static void AddThrowing(string name, Type type, Action body) => Cases.Add((name, CaseFlags.ShouldThrow, body, type));

    public ReadOnlySpan<byte> NameOf(int index) => Encoding.UTF8.GetBytes(Cases[index].Name);

    public CaseFlags FlagsOf(int index) => Cases[index].Flags;

    public void Run(int index) => Cases[index].Body();

    public bool IsExpected(int index, Exception exception) => exception.GetType() == Cases[index].Throws;

    public ReadOnlySpan<byte> ExpectedExceptionOf(int index) => Encoding.UTF8.GetBytes(Cases[index].Throws?.FullName ?? string.Empty);
}
