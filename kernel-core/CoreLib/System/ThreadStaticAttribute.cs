namespace System;

/// <summary>
/// Each thread has a copy of the static field. There is one thread here: the field is an ordinary static whose initialiser runs once.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public class ThreadStaticAttribute : Attribute
{
}
