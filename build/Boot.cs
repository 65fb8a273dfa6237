using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

/// <summary>Who boots the kernel in QEMU.</summary>
[TypeConverter(typeof(TypeConverter<Boot>))]
[SuppressMessage("Usage", "CA2211", Justification = "Fields are how the values of an enumeration are found.")]
public sealed class Boot : Enumeration
{
    /// <summary>QEMU itself, with its <c>-kernel</c>.</summary>
    public static Boot Direct = new() { Value = nameof(Direct) };

    /// <summary>Limine from a disc, on a PC BIOS.</summary>
    public static Boot LimineBios = new() { Value = nameof(LimineBios) };

    /// <summary>Limine from a disc, on UEFI.</summary>
    public static Boot LimineUefi = new() { Value = nameof(LimineUefi) };
}
