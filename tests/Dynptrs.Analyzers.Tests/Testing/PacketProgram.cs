using System.Threading.Tasks;

namespace Dynptrs.Analyzers.Tests.Testing;

/// <summary>A program that is given a packet: what stands in it is program code, held to the kernel's strictness.</summary>
internal static class PacketProgram
{
    /// <summary>
    /// Verifies the statements of a program, in which <c>ptr</c> is a dynptr of a packet and <c>local</c> one of a global.
    /// </summary>
    public static Task Verify(string statements, string members = "") =>
        AnalyzerTest.Verify(Compose("[BpfProgram(\"tc\")]", statements, members));

    /// <summary>The same, with types of a library.</summary>
    public static Task VerifyWithLibrary(string library, string statements) =>
        AnalyzerTest.VerifyWithLibrary(library, Compose("[BpfProgram(\"tc\")]", statements, ""));

    /// <summary>Verifies the same statements in a method that is no program.</summary>
    public static Task VerifyInHost(string statements, string members = "") => AnalyzerTest.Verify(Compose("", statements, members));

    private static string Compose(string attribute, string statements, string members) =>
        $$"""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using Dynptrs;

        public struct Header
        {
            public byte Kind;
            public byte Flags;
            public ushort Length;
            public uint Source;
        }

        public static class Programs
        {
            private static long s_global;
            private static ulong s_packed;

            {{attribute}}
            public static int Run(SkBuff ctx)
            {
                ctx.ToDynptr(out Dynptr ptr);
                Dynptr.FromMemory(ref s_global, 0, out Dynptr local);
                uint any = (uint)CurrentTask.GetPidTgid();
                {{statements}}
                return 0;
            }

            {{members}}
        }
        """;
}
