using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Dynptrs.Emit.Programs;

/// <summary>What clang must be told for the object to mean what the C# means. Why, the page on emission says.</summary>
public static class CompilerFlags
{
    /// <summary>The flags.</summary>
    /// <param name="cpu">The instruction set: <c>v4</c> for Linux 6.6 and later, <c>v3</c> before.</param>
    public static ImmutableArray<string> Of(string cpu = "v4") =>
    [
        "-target", "bpf", $"-mcpu={cpu}", "-O2", "-g", "-fwrapv", "-fno-strict-aliasing", "-fno-delete-null-pointer-checks",
        "-fno-finite-loops", "-fno-builtin", "-mllvm", "-bpf-stack-size=513",
    ];

    /// <summary>Which machine the object is for, whose registers programs read: this one. Nothing is said for x86-64.</summary>
    public static ImmutableArray<string> Machine { get; } =
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? ["-D__TARGET_ARCH_arm64"] : [];
}
