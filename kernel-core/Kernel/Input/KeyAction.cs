namespace Tarn.Kernel;

/// <summary>What happened to a key.</summary>
public enum KeyAction : byte
{
    /// <summary>It went down.</summary>
    Pressed,

    /// <summary>It is held down, and says so again.</summary>
    Repeated,

    /// <summary>It went up. A terminal does not tell.</summary>
    Released,
}
