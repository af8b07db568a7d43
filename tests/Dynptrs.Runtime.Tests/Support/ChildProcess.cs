using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Dynptrs.Tests;

/// <summary>A process that waits, and whose memory holds known strings: what it was started with.</summary>
internal sealed class ChildProcess : IDisposable
{
    public const string FirstString = "/bin/sh";
    public const string LongString = "wait-for-the-parent-to-close-the-input-or-to-end-this-process";

    private readonly Process _process;

    public ChildProcess()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The memory of another process is read on Linux only.");
        _process = Process.Start(new ProcessStartInfo(FirstString, ["-c", "read line", LongString]) { RedirectStandardInput = true })!;

        // The 48th field is where the strings start; the second, in parentheses, may have spaces in it.
        var facts = File.ReadAllText($"/proc/{_process.Id}/stat");
        FirstAddress = nuint.Parse(facts[(facts.LastIndexOf(')') + 2)..].Split(' ')[45], CultureInfo.InvariantCulture);
        Assert.SkipWhen(FirstAddress == 0, "The operating system does not tell this process about the memory of its child.");
    }

    public int Id => _process.Id;

    /// <summary>The address of <see cref="FirstString"/> in the process.</summary>
    public nuint FirstAddress { get; }

    /// <summary>The address of <see cref="LongString"/> in the process.</summary>
    public nuint LongAddress => FirstAddress + (nuint)(FirstString.Length + 1 + "-c".Length + 1 + "read line".Length + 1);

    public void End()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            End();
        _process.Dispose();
    }
}
