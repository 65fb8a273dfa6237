namespace System;

internal class Array<T> : Array
{
}
