using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Dynptrs.Kernel;

namespace WhoStartsWhat;

/// <summary>Watches which programs are started on this machine.</summary>
public sealed class Watch : IDisposable
{
    private readonly Starts.Skeleton.Instance _object;

    private Watch(Starts.Skeleton.Instance loaded) => _object = loaded;

    /// <summary>Begins.</summary>
    /// <exception cref="BpfLoadException">The kernel takes no programs from this process.</exception>
    public static Watch Begin()
    {
        Starts.Skeleton.Rodata.PathOffset = KernelTypes.OffsetOf("linux_binprm", "filename");
        Starts.Skeleton.Rodata.StackOffset = KernelTypes.OffsetOf("linux_binprm", "p");
        Starts.Skeleton.Rodata.ThreadIdOffset = KernelTypes.OffsetOf("task_struct", "pid");
        var loaded = Starts.Skeleton.Load();
        loaded.Programs.OnFork.Attach();
        loaded.Programs.OnExec.Attach();
        return new Watch(loaded);
    }

    /// <summary>The programs, as they are started.</summary>
    public async IAsyncEnumerable<StartedProgram> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var record in _object.Maps.Events.ReadAllAsync(cancellationToken))
            yield return StartedProgram.Read(record);
    }

    /// <summary>Ends.</summary>
    public void Dispose() => _object.Dispose();
}
