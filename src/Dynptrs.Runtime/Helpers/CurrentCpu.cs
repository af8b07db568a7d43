using System;
using System.Globalization;
using System.IO;
using System.Threading;

namespace Dynptrs;

/// <summary>The processor that runs the program.</summary>
/// <remarks>The kernel keeps a program on its processor until it ends. Here the operating system may move the thread at any time.</remarks>
public static class CurrentCpu
{
    // CONFIG_NR_CPUS is at most 8192.
    private const uint LargestId = 8191;

    /// <summary>How many processors the machine may have: every number that <see cref="GetId"/> gives is less.</summary>
    /// <remarks>On Linux those that may be plugged in later, as the kernel counts them for its per-CPU maps.</remarks>
    public static int Count { get; } = CountPossible();

    /// <summary>The number of the processor.</summary>
    /// <returns>A number from 0 on.</returns>
    /// <remarks>Follows <c>bpf_get_smp_processor_id</c>.</remarks>
    [return: InRange(0, LargestId)]
    [BpfHelper(
        "bpf_get_smp_processor_id", Id = 8,
        Since = "4.1",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Gives the number of the processor that runs the program.")]
    public static uint GetId()
    {
        var id = OperatingSystem.IsLinux() ? NativeThread.GetProcessor() : Thread.GetCurrentProcessorId();
        return (uint)id < (uint)Count ? (uint)id : (uint)id % (uint)Count;
    }

    /// <summary>The number of the memory node of the processor.</summary>
    /// <returns>A number from 0 on; elsewhere than on Linux always 0.</returns>
    /// <remarks>Follows <c>bpf_get_numa_node_id</c>.</remarks>
    [BpfHelper("bpf_get_numa_node_id", Id = 42, Since = "4.10", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Gives the number of the memory node of the processor that runs the program.")]
    public static int GetNumaNode() =>
        OperatingSystem.IsLinux() && NativeThread.GetProcessorAndNode(out _, out var node, 0) == 0 ? (int)node : 0;

    private static int CountPossible()
    {
        const string List = "/sys/devices/system/cpu/possible";
        if (!OperatingSystem.IsLinux() || !File.Exists(List))
            return Environment.ProcessorCount;

        // Ranges such as 0-3,8: the last number is the largest.
        var possible = File.ReadAllText(List).Trim();
        var last = possible[(possible.LastIndexOfAny(['-', ',']) + 1)..];
        return int.Parse(last, NumberStyles.None, CultureInfo.InvariantCulture) + 1;
    }
}
