using System;
using Dynptrs.Kernel;
using Dynptrs.Tool.Runs;

namespace Dynptrs.Tool.InKernel;

/// <summary>A program in the kernel: all that this tool does there goes through here.</summary>
internal sealed class LoadedProgram : IDisposable
{
    private const int NotPermitted = 1;
    private readonly KernelObject _object;
    private readonly KernelProgram _program;

    private LoadedProgram(KernelObject @object, string name)
    {
        _object = @object;
        _program = @object.Program(name);
    }

    /// <summary>Loads it.</summary>
    /// <param name="content">The object.</param>
    /// <param name="name">The name of the program.</param>
    /// <exception cref="BpfVerifierException">The verifier refuses it.</exception>
    /// <exception cref="BpfLoadException">It is not loaded for another reason.</exception>
    public static LoadedProgram Load(byte[] content, string name)
    {
        RunningKernel.Require();
        return new LoadedProgram(KernelObject.Load(content, new KernelLoadOptions { LoadsAll = true }), name);
    }

    /// <summary>Whether programs of any kind would end so: it is about this process, and not about the program.</summary>
    public static bool IsAboutProcess(BpfLoadException exception) =>
        exception is not BpfVerifierException && exception.Error is 0 or NotPermitted;

    /// <summary>Runs it on a packet.</summary>
    public RunOutcome Run(ReadOnlySpan<byte> packet)
    {
        var run = _program.TestRun(packet);
        return run.Error == 0
            ? new RunOutcome { ReturnValue = run.ReturnValue, Output = run.Output }
            : new RunOutcome { Error = -run.Error };
    }

    /// <inheritdoc/>
    public void Dispose() => _object.Dispose();
}
