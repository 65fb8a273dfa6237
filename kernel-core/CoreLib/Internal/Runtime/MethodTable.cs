namespace Internal.Runtime;

internal struct MethodTable { }
