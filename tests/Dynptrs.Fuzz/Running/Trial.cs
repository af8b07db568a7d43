using System.IO;
using System.Threading.Tasks;
using Dynptrs.Fuzz.Checks;
using Dynptrs.Fuzz.Sources;

namespace Dynptrs.Fuzz.Running;

/// <summary>Tries one text in the place of a file, in a process of its own.</summary>
internal static class Trial
{
    public static async Task<int> RunAsync(FuzzOptions options)
    {
        var file = SourceFiles.Read(options.File).Find(options.File);
        foreach (var fault in await new MutantCheck().RunAsync(file, await File.ReadAllTextAsync(options.Text), options.From))
            Message.Send(Message.Fault, fault.Kind, fault.Detail, "");
        return 0;
    }
}
