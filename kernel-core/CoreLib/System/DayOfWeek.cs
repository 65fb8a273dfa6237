namespace System;

/// <summary>The days of the week, from Sunday.</summary>
public enum DayOfWeek
{
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}
