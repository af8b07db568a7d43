using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Dynptrs.Tool.Commands;

/// <summary>Help, and behind it how a command is used.</summary>
/// <param name="help">The help.</param>
/// <param name="examples">The examples of a command.</param>
internal sealed class HelpWithExamples(HelpAction help, Func<Command, IReadOnlyList<string>> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (examples(parseResult.CommandResult.Command) is not { Count: > 0 } lines)
            return result;
        output.WriteLine("Examples:");
        foreach (var line in lines)
            output.WriteLine($"  {line}");
        output.WriteLine();
        output.WriteLine("It ends with 0 where all is well, 1 where something is refused or differs, 2 where it cannot do what is asked.");
        return result;
    }
}
