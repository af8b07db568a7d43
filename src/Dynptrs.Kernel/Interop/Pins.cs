using System;
using Dynptrs.Kernel.Verdicts;

namespace Dynptrs.Kernel.Interop;

/// <summary>What is kept in the kernel by a path.</summary>
internal static class Pins
{
    /// <summary>Pins what a descriptor stands for.</summary>
    public static void Make(int descriptor, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var error = LibBpf.Pin(descriptor, path);
        if (error != 0)
            throw LoadFailure.Of(-error, $"Nothing is pinned to {path}");
    }
}
