using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Kernel;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Emit.Tests.Worlds;

/// <summary>Runs a program in this process and in the kernel, and compares what comes of it.</summary>
internal static partial class WorldComparison
{
    private static readonly ConcurrentDictionary<string, byte[]> Assemblies = new();

    private static readonly (string Prefix, BpfProgramType Type)[] PacketSections =
    [
        ("tc", BpfProgramType.SchedCls),
        ("classifier", BpfProgramType.SchedCls),
        ("action", BpfProgramType.SchedAct),
        ("cgroup_skb", BpfProgramType.CgroupSkb),
        ("socket", BpfProgramType.SocketFilter),
    ];

    /// <summary>
    /// The C of a program as it is run: with the random numbers that it has in process; and what is called for something that happens, as a
    /// raw tracepoint, which the kernel takes if it needs nothing of what it is called with.
    /// </summary>
    public static string RunnableSource(EmittedProgram program) =>
        InjectedValues.IntoC(Sections().Replace(program.Source!, "SEC(\"raw_tp/sys_enter\")"));

    /// <summary>Compares.</summary>
    /// <returns>What differs; <see langword="null"/> for a program that the kernel cannot run on what is made up.</returns>
    public static List<string>? Compare(EmittedProgram program)
    {
        var process = new ProcessProgram(program, Assemblies.GetOrAdd(program.Set, Compile));
        var section = process.Section.TrimStart('?');
        var isXdp = section.StartsWith("xdp", StringComparison.Ordinal);
        var type = Array.Find(PacketSections, entry => section.Split('/')[0] == entry.Prefix);
        if (Clang.Compile(RunnableSource(program)).Content is not { } content || TryLoad(content, process) is not { } loaded)
            return null;
        using (loaded)
        {
            var kernel = loaded.Programs.Single();
            var differences = new List<string>();
            if (isXdp)
            {
                foreach (var packet in PacketRun.Of(isXdp: true))
                    Compare(differences, packet.Name, () => kernel.TestRun(packet.Input, packet.Options), () => process.RunXdp(packet));
            }
            else if (type.Prefix is not null)
            {
                foreach (var packet in PacketRun.Of(isXdp: false))
                {
                    Compare(
                        differences,
                        packet.Name,
                        () => kernel.TestRun(packet.Input, packet.Options),
                        () => process.RunSkBuff(type.Type, packet));
                }
            }
            else
            {
                TracepointContext[] calls = [new(0, 0), new(1, 39), new(ulong.MaxValue, 5)];
                foreach (var arguments in calls)
                    Compare(differences, "a call", () => kernel.TestRun(arguments), () => process.Run(arguments));
            }

            // Variables beside a lock are nobody's but the programs'.
            foreach (var variable in loaded.Variables.Where(variable => variable.Section != ".rodata" && !HasLock(program.Source!)))
            {
                if (process.Find(variable.Name) is { } field
                    && StaticField.Of(field) is { } value
                    && !value.InProcess().AsSpan().SequenceEqual(value.InKernel(loaded.Variables, variable.Name)))
                {
                    differences.Add(
                        $"{variable.Name} is {Convert.ToHexString(value.InKernel(loaded.Variables, variable.Name))} in the kernel, "
                        + $"{Convert.ToHexString(value.InProcess())} in process");
                }
            }

            return differences;
        }
    }

    private static void Compare(List<string> differences, string name, Func<TestRunResult> inKernel, Func<TestRunResult> inProcess)
    {
        // Which packets it can make for a test depends on the version of the kernel.
        var kernel = ProgramOutcome.Of(inKernel());
        if (kernel.Error != 0)
            return;
        ProgramOutcome process;
        try
        {
            process = ProgramOutcome.Of(inProcess());
        }
        catch (Exception exception)
        {
            differences.Add($"{name}: {kernel} in the kernel, {exception.GetType().Name} in process: {exception.Message}");
            return;
        }

        if (kernel != process)
            differences.Add($"{name}: {kernel} in the kernel, {process} in process");
    }

    private static bool HasLock(string source) => source.Contains("struct bpf_spin_lock", StringComparison.Ordinal);

    private static KernelObject? TryLoad(byte[] content, ProcessProgram process)
    {
        try
        {
            return KernelObject.Load(content, new KernelLoadOptions
            {
                LoadsAll = true,
                Initialize = variables =>
                {
                    foreach (var variable in variables)
                    {
                        if (process.Find(variable.Name) is { } field)
                            StaticField.Of(field)?.CopyTo(variables, variable.Name);
                    }
                },
            });
        }
        catch (BpfLoadException)
        {
            // Other tests say which programs are loaded.
            return null;
        }
    }

    private static byte[] Compile(string set)
    {
        using var stream = new MemoryStream();
        var result = InjectedValues.IntoCSharp(ProgramSets.All.Single(other => other.Name == set).Compilation).Emit(stream);
        return result.Success ? stream.ToArray() : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    [GeneratedRegex("""SEC\("\??(tp|raw_tp|tracepoint|kprobe|lsm|lsm\.s|fentry|fentry\.s|fexit|tp_btf)(/[^"]*)?"\)""")]
    private static partial Regex Sections();
}
