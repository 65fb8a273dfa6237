namespace System;

/// <summary>Means something to Windows only; accepted, as on .NET everywhere else.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class STAThreadAttribute : Attribute;

/// <inheritdoc cref="STAThreadAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MTAThreadAttribute : Attribute;
