using System.IO;
using Dynptrs.Emit.Programs;
using Dynptrs.Emit.Tests.Corpus;

namespace Dynptrs.Emit.Tests;

/// <summary>What the C# compiler refuses is not emitted as what is never reached.</summary>
public sealed class UncompiledTests
{
    [Theory]
    [InlineData("        return 0;", true)]
    [InlineData("        _ = Missing();\n        return 0;", false)]
    [InlineData("        if (skb.Length > 3)\n            return 1;", false)]
    public void What_does_not_compile_is_not_emitted(string body, bool isEmitted)
    {
        var emitted = Emit(body);
        Assert.Equal(isEmitted, emitted.Source is not null);
        if (isEmitted)
            Assert.Empty(emitted.Problems);
        else
            Assert.Equal("What does not compile cannot be emitted", Assert.Single(emitted.Problems).Message);
    }

    private static EmittedObject Emit(string body)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $$"""
                using Dynptrs;

                internal static class Filter
                {
                    [BpfProgram("tc")]
                    public static int Run(SkBuff skb)
                    {
                {{body}}
                    }
                }
                """);
            return Assert.Single(new ProgramSet("uncompiled", [file]).EmitEach()).Object;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
