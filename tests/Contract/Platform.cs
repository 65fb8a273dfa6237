// The pinned compiler's package is the one that runs on Linux.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
