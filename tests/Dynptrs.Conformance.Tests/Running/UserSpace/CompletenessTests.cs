using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Dynptrs.Conformance.Tests.Cases;
using Dynptrs.Conformance.Tests.Sources;

namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>No accepted program of the corpus is left out.</summary>
public sealed class CompletenessTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.NonPublic;

    [Fact]
    public void Every_accepted_program_is_run()
    {
        var accepted =
            from file in CorpusSources.Valid
            where file.Suite is not null
            from program in file.Programs
            let name = program.Identifier.ValueText
            where CaseTable.ByKey.TryGetValue(new CaseKey(file.Suite!, name), out var scenario) && !scenario.IsRejected
            select (file.Suite!, name);
        var run = typeof(CompletenessTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CompletenessTests).Namespace && type.GetField("Suite", Static) is not null)
            .SelectMany(type => Programs(type).Select(name => ((string)type.GetField("Suite", Static)!.GetRawConstantValue()!, name)))
            .Append(("crypto_basic", "crypto_release"));

        Assert.Empty(accepted.Except(run));
    }

    /// <summary>The programs that a class of tests names: in a list, or in the data of its theories.</summary>
    private static IEnumerable<string> Programs(Type type) =>
        ((string[]?)type.GetProperty("Programs", Static)?.GetValue(null) ?? [])
            .Concat(type.GetMethods()
                .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>())
                .Select(row => row.Data[0])
                .OfType<string>());
}
