using System.Collections.Generic;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>The variables that the generator leaves alone for a while, because what follows depends on them.</summary>
internal sealed class Locks
{
    public HashSet<int> Owners { get; } = [];

    public HashSet<int> Views { get; } = [];

    public HashSet<int> Handles { get; } = [];

    public HashSet<int> Refs { get; } = [];

    public HashSet<int> Numbers { get; } = [];

    public HashSet<int> Flags { get; } = [];
}
