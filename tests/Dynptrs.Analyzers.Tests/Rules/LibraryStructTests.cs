using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>The layout of a struct from a referenced assembly is read from its metadata.</summary>
public class LibraryStructTests
{
    private const string Library = """
        using System.Runtime.InteropServices;
        public struct Plain { private byte _first; public uint Second; public byte First => _first; }
        [StructLayout(LayoutKind.Sequential, Pack = 1)] public struct Packed { public byte First; public uint Second; }
        [StructLayout(LayoutKind.Explicit, Size = 12)] public struct Union { [FieldOffset(0)] public uint First; [FieldOffset(8)] public uint Second; }
        """;

    [Theory]
    [InlineData("Plain", 8, "value.Second = 1")]
    [InlineData("Plain", 7, "{|DYN007:value.Second|} = 1")]
    [InlineData("Packed", 5, "value.Second = 1")]
    [InlineData("Packed", 4, "{|DYN007:value.Second|} = 1")]
    [InlineData("Union", 12, "value.Second = 1")]
    [InlineData("Union", 11, "{|DYN007:value.Second|} = 1")]
    [InlineData("Union", 4, "value.First = 1")]
    public Task Fields(string type, int size, string statement) => PacketProgram.VerifyWithLibrary(
        Library,
        $"Slice data = local.Data(0, {size}); if (!data) return 0; ref {type} value = ref Unsafe.As<byte, {type}>(ref data[0]); {statement};");
}
