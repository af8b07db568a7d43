using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Testing.Judging;

/// <summary>
/// The kernel that runs here. An object of many programs is loaded as often as it has refused ones: libbpf ends at the first of them.
/// </summary>
internal static unsafe class Judge
{
    private const int LogSize = 1 << 16;

    /// <summary>The verdicts, or <see langword="null"/> where libbpf cannot read the object.</summary>
    public static Dictionary<string, Verdict>? Ask(byte[] content)
    {
        var verdicts = new Dictionary<string, Verdict>();
        var pending = Open(content, (_, programs) => programs.Keys.ToList());
        if (pending is null)
            return null;
        while (pending.Count > 0)
            pending = Load(content, pending, verdicts)!;
        return verdicts;
    }

    private static List<string>? Load(byte[] content, List<string> pending, Dictionary<string, Verdict> verdicts) =>
        Open(content, (handle, programs) => Load(handle, programs, pending, verdicts));

    private static List<string> Load(
        nint handle, Dictionary<string, nint> programs, List<string> pending, Dictionary<string, Verdict> verdicts)
    {
        var logs = (byte*)NativeMemory.AllocZeroed((nuint)pending.Count, LogSize);
        try
        {
            foreach (var (name, program) in programs)
            {
                var index = pending.IndexOf(name);
                _ = LibBpf.SetAutoload(program, index >= 0);
                if (index >= 0)
                    _ = LibBpf.SetLogBuffer(program, logs + index * LogSize, LogSize);
            }

            var error = -LibBpf.Load(handle);
            var refused = error == 0 ? pending.Count : Enumerable.Range(0, pending.Count).FirstOrDefault(i => logs[i * LogSize] != 0, -1);
            if (refused >= 0)
            {
                foreach (var name in pending.Take(refused))
                    verdicts[name] = new Verdict(Answer.Accepts, "");
                if (refused < pending.Count)
                    verdicts[pending[refused]] = Read(Text(logs + refused * LogSize));
                return [.. pending.Skip(refused + 1)];
            }

            foreach (var name in pending)
                verdicts[name] = new Verdict(Answer.None, Marshal.GetPInvokeErrorMessage(error));
            return [];
        }
        finally
        {
            NativeMemory.Free(logs);
        }
    }

    /// <summary>What a log says: where it begins with the statistics, the verifier has not looked at the program.</summary>
    private static Verdict Read(string log) =>
        new(log.StartsWith("processed 0 insns", StringComparison.Ordinal) ? Answer.None : Answer.Refuses, log);

    private static string Text(byte* log) => Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(log));

    private static List<string>? Open(byte[] content, Func<nint, Dictionary<string, nint>, List<string>> use)
    {
        _ = LibBpf.SetPrint(0);
        fixed (byte* start = content)
        {
            var handle = LibBpf.OpenMemory(start, (nuint)content.Length, null);
            if (handle == 0)
                return null;
            var programs = new Dictionary<string, nint>();
            for (var program = LibBpf.NextProgram(handle, 0); program != 0; program = LibBpf.NextProgram(handle, program))
                programs.Add(Marshal.PtrToStringUTF8((nint)LibBpf.ProgramName(program))!, program);
            try
            {
                return use(handle, programs);
            }
            finally
            {
                LibBpf.Close(handle);
            }
        }
    }
}
