using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Kernel.Interop;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;
using Dynptrs.Kernel.Verdicts;
using Dynptrs.Testing;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Kernel.Tests;

/// <summary>What goes wrong says what is wrong, where, and what to do.</summary>
public sealed partial class RefusalTests
{
    private const string Child = "DYNPTRS_POOR_CHILD";

    private const string License = """char _license[] __attribute__((section("license"), used)) = "GPL";""";

    [Theory]
    [InlineData("Unchecked", 16, "DYN006")]
    [InlineData("Leaking", 15, "DYN001")]
    public void A_refusal_names_the_line_the_reason_and_the_rule(string program, int line, string rule)
    {
        var error = Assert.Throws<BpfVerifierException>(() => KernelObject.Load(Objects.CompileRefused(program)));
        Assert.Equal($"{program}.cs", error.Path);
        Assert.Equal(("OnSystemCall", line, rule), (error.Program, error.Line, error.Rule));
        Assert.Contains(error.Reason, error.Log, StringComparison.Ordinal);
        var start = $"The kernel refuses `OnSystemCall` at {error.Path}:{line}: {error.Reason} ({rule}: ";
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"docs/rules/{rule}.md", error.HelpLink, StringComparison.Ordinal);
        Assert.Contains("processed", error.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_of_any_length_is_read_to_its_end_in_little_memory()
    {
        // All but the last of the instructions that a program may take, each written down.
        var content = Objects.CompileC($$"""
            {{License}}
            int x; static int (*random)(void) = (void *)7;
            __attribute__((section("socket"), used)) int many(void *ctx)
            {
                for (int i = 0; i < 60000; i++) { x += random() & i; }
                return *(int *)(long)x;
            }
            """);
        var error = Assert.Throws<BpfVerifierException>(() => KernelObject.Load(Objects.CompileC(Short)));
        Assert.InRange(error.Log.Length, 1, 1 << 12);

        var before = ResetPeak();
        error = Assert.Throws<BpfVerifierException>(() => KernelObject.Load(content));

        Assert.Equal(("many", 13), (error.Program, error.Error));
        Assert.Contains("invalid mem access", error.Reason, StringComparison.Ordinal);
        Assert.Contains("processed", error.Log.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.InRange(error.Log.Length, (4 << 20) - 1000, 4 << 20);
        Assert.InRange(Peak() - before, 0, 64 << 20);
    }

    [Theory]
    [InlineData("0: (85) call 7\nR0 invalid mem access 'scalar'\nprocessed 2 insns (limit 1000000)\n", true)]
    [InlineData("0: (85) call 7\n1: (61) r0 = *(u", false)]
    public void A_log_says_whether_it_has_its_end(string log, bool hasEnd) =>
        Assert.Equal(hasEnd, new BpfVerifierException("few", log).HasEnd);

    [Fact]
    public void A_program_that_is_too_large_says_so() => Assert.Equal(
        ("BPF program is too large. Processed 1000001 insn", 18),
        new BpfVerifierException(
            "many",
            """
            ; for (var i = 0; i < bytes.Length; i++) @ Loops.cs:18
            31: (85) call bpf_skb_load_bytes#26   ; R0=scalar() fp-64=mmmmmmmm
            32: (55) if r0 != 0x0 goto pc-19 BPF program is too large. Processed 1000001 insn
            processed 1000001 insns (limit 1000000) max_states_per_insn 19 total_states 20795 peak_states 140 mark_read 0

            """) is var error ? (error.Reason, error.Line) : default);

    /// <summary>What an older kernel is asked for whose log has lost its end.</summary>
    [Fact]
    public void A_reason_can_be_asked_for_alone()
    {
        var error = Assert.Throws<BpfVerifierException>(
            () => KernelObject.Load(Objects.CompileC(Short), new KernelLoadOptions(), ProgramLog.ReasonOnly));

        Assert.Equal(("few", 13, null), (error.Program, error.Error, error.Path));
        Assert.Contains("invalid mem access", error.Reason, StringComparison.Ordinal);
        Assert.True(error.HasEnd);
        Assert.DoesNotContain("0: ", error.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_is_unknown_is_named() => AssertFails(
        $$"""{{License}} __attribute__((section("nonsense/x"), used)) int p(void *ctx) { return 0; }""",
        "The program `p` is not loaded: libbpf knows nothing of its section \"nonsense/x\". Write one of its sections, or install a newer "
        + "libbpf.");

    [Fact]
    public void A_function_that_is_missing_is_named() => AssertFails(
        $$"""
        {{License}}
        extern int bpf_no_such_function(void) __attribute__((section(".ksyms")));
        __attribute__((section("tc"), used)) int p(void *ctx) { return bpf_no_such_function(); }
        """,
        "The object is not loaded: the kernel or libbpf does not know something in it: a section, a function, a type of map, a flag, an "
        + "interface; or it does not fit where it is to go. libbpf says: extern (func ksym) 'bpf_no_such_function': not found in kernel or "
        + "module BTFs");

    [Fact]
    public void What_is_no_object_is_not_read()
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        var error = Assert.Throws<BpfLoadException>(() => KernelObject.Load("nothing"u8));
        Assert.StartsWith("The object cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_that_is_missing_is_named()
    {
        var error = Assert.Throws<BpfLoadException>(() => Firewall.Skeleton.Load());
        Assert.Equal(
            "The assembly Dynptrs.Kernel.Tests has no resource `Dynptrs.Objects.Dynptrs.Kernel.Tests.Programs.Firewall`, which would hold "
            + "the object. Set <BpfEmit>object</BpfEmit> in its project, or give the content of the object to `Load`.",
            error.Message);
    }

    [Theory]
    [InlineData(nameof(Without_rights), "setpriv", "--bounding-set=-all", "--inh-caps=-all", "--")]
    [InlineData(nameof(Without_types), "unshare", "--mount", "--", "sh", "-c", "mount -t tmpfs none /sys/kernel/btf && exec \"$@\"", "sh")]
    [InlineData(
        nameof(Without_library), "unshare", "--mount", "--", "sh", "-c",
        "for f in $(ldconfig -p | sed -n 's/.*libbpf.so.1 .*=> //p'); do mount --bind /dev/null \"$f\" || exit 1; done; exec \"$@\"", "sh")]
    public void A_poor_machine_says_what_it_lacks(string test, params string[] around)
    {
        Objects.Compile("Tracer");
        Command.SkipUnlessRun(around[0], [.. around[1..], "true"]);
        using var child = ChildProcess.Start(around, test, (Child, "1"));
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0 && output.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", StringComparison.Ordinal), output);
    }

    /// <summary>In a process of its own.</summary>
    [Fact]
    public void Without_rights()
    {
        SkipUnlessChild();
        var error = Assert.Throws<BpfLoadException>(() => KernelObject.Load(Compile(Packet)));
        Assert.Equal(1, error.Error);
        Assert.StartsWith(
            "The object is not loaded: the kernel does not permit it. Run as root, or with CAP_BPF and CAP_PERFMON or CAP_NET_ADMIN",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("the kernel does not permit it", BpfWorld.Kernel.FindObstacle(), StringComparison.Ordinal);
        Assert.Null(BpfWorld.Process.FindObstacle());
    }

    /// <summary>In a process of its own.</summary>
    [Fact]
    public void Without_types()
    {
        SkipUnlessChild();
        var error = Assert.Throws<BpfLoadException>(() => KernelObject.Load(Compile(Kernel)));
        Assert.StartsWith(
            "The object is not loaded: this kernel does not give its types (/sys/kernel/btf/vmlinux), which its functions are found by: it "
            + "is to be built with CONFIG_DEBUG_INFO_BTF.",
            error.Message,
            StringComparison.Ordinal);
    }

    /// <summary>In a process of its own.</summary>
    [Fact]
    public void Without_library()
    {
        SkipUnlessChild();
        var error = Assert.Throws<BpfLoadException>(() => KernelObject.Load(Compile(Packet)));
        Assert.Equal(LoadFailure.NoLibrary, error.Message);
        Assert.Equal(LoadFailure.NoLibrary, BpfWorld.Kernel.FindObstacle());
    }

    [Theory]
    [InlineData(1, "the kernel does not permit it. Run as root")]
    [InlineData(7, "it is too big, or too much is there already")]
    [InlineData(28, "there is no room left")]
    [InlineData(22, "the kernel or libbpf does not know something in it")]
    public void An_error_says_what_to_do(int error, string message) =>
        Assert.StartsWith($"It fails: {message}", LoadFailure.Of(error, "It fails").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("R3 invalid mem access 'mem_or_null'", "DYN006")]
    [InlineData("R1 invalid mem access 'scalar'", "DYN005")]
    [InlineData("Unreleased reference id=2 alloc_insn=4", "DYN001")]
    [InlineData("At program exit the register R0 has smin=1 smax=1 should have been in [-4095, 0]", "DYN015")]
    [InlineData("program of this type cannot use helper bpf_redirect#23", "DYN020")]
    [InlineData("no sentence of the kernel's", null)]
    public void A_sentence_has_its_rule(string sentence, string? rule) => Assert.Equal(rule, RuleTable.Find(sentence)?.Id);

    /// <summary>The table is written from the pages of the rules.</summary>
    [Fact]
    public void The_table_of_rules_is_that_of_their_pages()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "DYN*.md").Order(StringComparer.Ordinal);
        var rows =
            from page in pages.Select(File.ReadAllText)
            let title = Title().Match(page).Groups
            from text in Text().Matches(Row().Match(page).Value)
            select $"{title["id"].Value}\t{title["title"].Value}\t{text.Groups["text"].Value}\n";
        Repository.VerifyOrUpdate(Path.Combine(Repository.Root, "src", "Dynptrs.Kernel", "Verdicts", "rules.tsv"), string.Concat(rows));
    }

    private const string Packet = $$"""{{License}} __attribute__((section("tc"), used)) int p(void *ctx) { return 0; }""";

    private const string Kernel = $$"""{{License}} __attribute__((section("fentry/do_unlinkat"), used)) int p(void *ctx) { return 0; }""";

    private const string Short = $$"""
        {{License}} int x; __attribute__((section("socket"), used)) int few(void *ctx) { return *(int *)(long)x; }
        """;

    /// <summary>The most memory that this process has had so far is forgotten.</summary>
    /// <returns>What it has.</returns>
    private static long ResetPeak()
    {
        File.WriteAllText("/proc/self/clear_refs", "5");
        return Peak();
    }

    private static long Peak() => 1024 * long.Parse(
        File.ReadLines("/proc/self/status")
            .Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture);

    private static void SkipUnlessChild() =>
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Child) is null, "Another test runs this one in a process of its own.");

    private static byte[] Compile(string source) => Clang.Compile(source).Content!;

    private static void AssertFails(string source, string message)
    {
        var error = Assert.Throws<BpfLoadException>(() => KernelObject.Load(Objects.CompileC(source)));
        Assert.Equal(message, error.Message);
    }

    [GeneratedRegex(@"^# (?<id>DYN\d+): (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\| the kernel says \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Text();
}
