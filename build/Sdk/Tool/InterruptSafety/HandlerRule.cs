namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>Something that an interrupt handler must not do.</summary>
/// <param name="Code">The error's code; <c>docs/build-errors.md</c> has a section for each.</param>
/// <param name="Verb">What a handler does that breaks it, to follow the handler's name.</param>
internal sealed record HandlerRule(string Code, string Verb);
