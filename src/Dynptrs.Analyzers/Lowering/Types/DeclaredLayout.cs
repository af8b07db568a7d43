using System.Runtime.InteropServices;

namespace Dynptrs.Analyzers.Lowering.Types;

/// <summary>What the declaration of a struct says about its layout.</summary>
/// <param name="Kind">The kind of layout.</param>
/// <param name="Pack">The largest alignment of a field, or 0 for no limit.</param>
/// <param name="Size">The least size in bytes, or 0.</param>
internal readonly record struct DeclaredLayout(LayoutKind Kind, int Pack, int Size);
