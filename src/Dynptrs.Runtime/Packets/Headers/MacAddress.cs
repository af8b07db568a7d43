using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dynptrs;

/// <summary>An Ethernet address: six bytes, as they are sent.</summary>
[BpfStruct]
[InlineArray(6)]
public partial struct MacAddress
{
    private byte _first;

    /// <summary>The address as it is commonly written, such as <c>02:00:00:00:00:01</c>.</summary>
    public override readonly string ToString()
    {
        ReadOnlySpan<byte> bytes = this;
        return string.Create(
            CultureInfo.InvariantCulture, $"{bytes[0]:x2}:{bytes[1]:x2}:{bytes[2]:x2}:{bytes[3]:x2}:{bytes[4]:x2}:{bytes[5]:x2}");
    }
}
