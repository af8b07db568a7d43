using System.Runtime.CompilerServices;

namespace WhoStartsWhat;

/// <summary>Room for the texts of a record.</summary>
[InlineArray(Size)]
internal struct Texts
{
    public const int Size = 1024;

    private byte _first;
}
