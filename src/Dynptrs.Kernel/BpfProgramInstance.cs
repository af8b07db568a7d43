using System;

namespace Dynptrs.Kernel;

/// <summary>A program in one of the worlds.</summary>
public sealed class BpfProgramInstance
{
    private readonly BpfProgram _process;
    private readonly KernelProgram? _kernel;

    internal BpfProgramInstance(BpfProgram process, KernelProgram? kernel)
    {
        _process = process;
        _kernel = kernel;
    }

    /// <summary>The name.</summary>
    public string Name => _process.Name;

    /// <summary>The section.</summary>
    public string Section => _process.Section;

    /// <summary>The program in the kernel, to be attached.</summary>
    /// <exception cref="InvalidOperationException">The program is in this process.</exception>
    public KernelProgram Kernel => _kernel
        ?? throw new InvalidOperationException($"The program `{Name}` is in this process: only one in the kernel can be attached.");

    internal BpfProgram Process => _process;

    /// <summary>Runs the program on a packet, or without one.</summary>
    /// <param name="packet">The packet, from its metadata on if there is any; empty for a program that is given none.</param>
    /// <param name="options">How often, and how the packet lies; once, when it is left out.</param>
    /// <returns>The result, with the error as a negative errno for what the kernel does not run.</returns>
    /// <exception cref="NotSupportedException">The program is in this process, and is given something else than a packet.</exception>
    public TestRunResult TestRun(ReadOnlySpan<byte> packet = default, TestRunOptions? options = null) => _kernel is not null
        ? _kernel.TestRun(packet, options)
        : _process switch
        {
            XdpProgram program => program.Run(packet, options),
            SkBuffProgram program => program.Run(packet, options),
            ContextProgram<TracepointContext> program => program.Run(new TracepointContext(), options?.Repeat ?? 1),
            ArgumentsProgram<Func<int>> program => new TestRunResult(0) { ReturnValue = program.Run() },
            _ => throw new NotSupportedException($"The program `{Name}` is given what no test makes up: call its method."),
        };

    /// <summary>Runs a program of a raw tracepoint once on arguments.</summary>
    /// <param name="arguments">The arguments of the tracepoint.</param>
    /// <returns>The result, with the error as a negative errno for what the kernel does not run.</returns>
    /// <exception cref="NotSupportedException">The program is in this process, and is given something else.</exception>
    public TestRunResult TestRun(TracepointContext arguments) => _kernel is not null
        ? _kernel.TestRun(arguments)
        : _process is ContextProgram<TracepointContext> program
            ? program.Run(arguments)
            : throw new NotSupportedException($"The program `{Name}` is not given the arguments of a tracepoint.");

    /// <summary>Runs a program once on a context of its own, as those of the section <c>syscall</c> are.</summary>
    /// <typeparam name="TContext">The type of the context.</typeparam>
    /// <param name="context">The context, as the program leaves it.</param>
    /// <returns>The result, with the error as a negative errno for what the kernel does not run.</returns>
    /// <exception cref="NotSupportedException">The program is in this process, where a context is a copy: call its method.</exception>
    public TestRunResult TestRun<TContext>(ref TContext context)
        where TContext : unmanaged => Kernel.TestRun(ref context);

    /// <inheritdoc cref="KernelProgram.Attach"/>
    /// <exception cref="InvalidOperationException">The program is in this process.</exception>
    public KernelLink Attach() => Kernel.Attach();

    /// <inheritdoc cref="KernelProgram.AttachXdp"/>
    public KernelLink AttachXdp(int interfaceIndex, XdpMode mode = XdpMode.Any) => Kernel.AttachXdp(interfaceIndex, mode);

    /// <inheritdoc cref="KernelProgram.AttachTraffic"/>
    public KernelLink AttachTraffic(int interfaceIndex, TrafficDirection direction) => Kernel.AttachTraffic(interfaceIndex, direction);

    /// <inheritdoc cref="KernelProgram.AttachCgroup"/>
    public KernelLink AttachCgroup(string path) => Kernel.AttachCgroup(path);

    /// <inheritdoc cref="KernelProgram.AttachNetfilter"/>
    public KernelLink AttachNetfilter(NetfilterHook hook) => Kernel.AttachNetfilter(hook);
}
