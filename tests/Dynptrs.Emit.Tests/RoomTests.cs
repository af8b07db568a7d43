using System;
using System.Linq;
using Dynptrs.Analyzers.Tests.Structure;
using Dynptrs.Emit.Programs;

namespace Dynptrs.Emit.Tests;

/// <summary>The rooms of emission, the lowest first: none uses one above it, and only the door knows Roslyn.</summary>
public sealed class RoomTests
{
    private const string Root = "Dynptrs.Emit";

    private static readonly string[] Floors =
        [nameof(EmissionException), "Text", "Types", "Structure", "Calls", "Lengths", "Objects", "Functions", "Programs"];

    private static readonly (string User, string Used)[] Uses =
        [.. TypeUses.Of(typeof(ProgramEmitter).Assembly).Where(use => IsOfRoom(use.User) && IsOfRoom(use.Used))];

    [Fact]
    public void A_room_uses_none_above_it() => Mistakes.AssertNone(Uses
        .Where(use => FloorOf(use.User) < FloorOf(use.Used))
        .Select(use => $"{use.User} uses {use.Used}"));

    [Fact]
    public void Every_room_has_its_floor() => Assert.Equal(
        Floors.Order(StringComparer.Ordinal),
        Uses.SelectMany(use => new[] { RoomOf(use.User), RoomOf(use.Used) }).Distinct().Order(StringComparer.Ordinal));

    private static int FloorOf(string type) => Array.IndexOf(Floors, RoomOf(type));

    private static bool IsOfRoom(string type) => type.StartsWith(Root + ".", StringComparison.Ordinal);

    private static string RoomOf(string type) => type[(Root.Length + 1)..].Split('.')[0];
}
