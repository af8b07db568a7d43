using System;

namespace Dynptrs.Kernel;

/// <summary>What a run of a program gave.</summary>
public sealed class KernelTestRun
{
    internal KernelTestRun(int returnValue, ReadOnlyMemory<byte> output)
    {
        ReturnValue = returnValue;
        Output = output;
    }

    /// <summary>What the program returned.</summary>
    public int ReturnValue { get; }

    /// <summary>The packet as the program left it.</summary>
    public ReadOnlyMemory<byte> Output { get; }
}
