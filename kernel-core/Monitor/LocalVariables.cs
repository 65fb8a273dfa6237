using System.Runtime.CompilerServices;

// C# sees to it that a variable is assigned before it is read; only stackalloc hands out what was on the stack before. To clear the room
// for a line of text in every method that prints would cost more than most lines.
[module: SkipLocalsInit]
