using Dynptrs.Kernel.Verdicts;

namespace Dynptrs.Kernel;

/// <summary>The kernel's verifier refuses a program.</summary>
public sealed class BpfVerifierException : BpfLoadException
{
    private const int Denied = 13;

    /// <summary>Reads what the kernel said.</summary>
    /// <param name="program">The name of the program.</param>
    /// <param name="log">The kernel's log.</param>
    public BpfVerifierException(string program, string log)
        : this(program, log, VerifierReport.Parse(log))
    {
    }

    private BpfVerifierException(string program, string log, VerifierReport report)
        : base($"The kernel refuses `{program}`{report.Place}: {report.Reason}{report.Rule?.Suffix}")
    {
        Error = Denied;
        Program = program;
        Log = log;
        (Reason, Path, Line) = (report.Reason, report.Path, report.Line);
        HasEnd = report.HasEnd;
        (Rule, HelpLink) = (report.Rule?.Id, report.Rule?.Page);
    }

    /// <summary>The name of the program.</summary>
    public string Program { get; }

    /// <summary>The kernel's sentence.</summary>
    public string Reason { get; }

    /// <summary>The rule that finds this before the kernel does, such as <c>"DYN006"</c>, or <see langword="null"/>.</summary>
    public string? Rule { get; }

    /// <summary>
    /// The file of the source that the kernel was at, without its folder; <see langword="null"/> where the object does not say it.
    /// </summary>
    public string? Path { get; }

    /// <summary>The line, counted from 1; 0 where the object does not say it.</summary>
    public int Line { get; }

    /// <summary>What the kernel said: all of it, or the last 4 MiB, which end in the reason.</summary>
    public string Log { get; }

    /// <summary>Whether the log has its end, and with that the reason.</summary>
    internal bool HasEnd { get; }
}
