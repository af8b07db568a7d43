using System;
using Dynptrs;
using static Corpus.Bpf;
using static Corpus.SkAction;
using static Dynptrs.XdpAction;

namespace Corpus;

internal static partial class DynptrFail
{
    /// <summary>Slices of packets that are used after the packet has changed.</summary>
    private static class Packets
    {
        [BpfProgram("?tc")]
        public static int skb_invalid_slice_write__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice<EthHdr> hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Ip;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int skb_meta_invalid_slice_write__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            md[0] = 42;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int skb_invalid_data_slice1(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            ReadOnlySlice<EthHdr> hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            val = (int)hdr.Value.Protocol;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            val = (int)/*!DYN005*/hdr/*!*/.Value.Protocol;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int skb_invalid_data_slice1__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            ReadOnlySlice<EthHdr> hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            val = (int)hdr.Value.Protocol;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            val = (int)hdr.Value.Protocol;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int skb_invalid_data_slice2(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice<EthHdr> hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Arp;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            /*!DYN005*/hdr/*!*/.Value.Protocol = EtherType.Ip;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int skb_invalid_data_slice2__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice<EthHdr> hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Arp;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Ip;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int skb_invalid_data_slice3(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            Span<byte> write_data = stackalloc byte[64];
            "hello there, world!!"u8.CopyTo(write_data);
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            ReadOnlySlice<EthHdr> hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            val = (int)hdr.Value.Protocol;
            bpf_dynptr_write(ptr, 0, write_data, 0);
            val = (int)/*!DYN005*/hdr/*!*/.Value.Protocol;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int skb_invalid_data_slice3__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            Span<byte> write_data = stackalloc byte[64];
            "hello there, world!!"u8.CopyTo(write_data);
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            ReadOnlySlice<EthHdr> hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            val = (int)hdr.Value.Protocol;
            bpf_dynptr_write(ptr, 0, write_data, 0);
            hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            val = (int)hdr.Value.Protocol;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int skb_invalid_data_slice4(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            Span<byte> write_data = stackalloc byte[64];
            "hello there, world!!"u8.CopyTo(write_data);
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice<EthHdr> hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Arp;
            bpf_dynptr_write(ptr, 0, write_data, 0);
            /*!DYN005*/hdr/*!*/.Value.Protocol = EtherType.Ip;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int skb_invalid_data_slice4__mended(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[14];
            Span<byte> write_data = stackalloc byte[64];
            "hello there, world!!"u8.CopyTo(write_data);
            bpf_dynptr_from_skb(skb, 0, out Dynptr ptr);
            Slice<EthHdr> hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Arp;
            bpf_dynptr_write(ptr, 0, write_data, 0);
            hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Ip;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int ro_skb_slice_invalid_after_metadata_write(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr data);
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            ReadOnlySlice s = bpf_dynptr_slice(data, 0, default, 1);
            if (!s)
                return SK_DROP;
            bpf_dynptr_write(meta, 0, "x"u8, 0);
            val = /*!DYN005*/s/*!*/[0];
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int ro_skb_slice_invalid_after_metadata_write__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr data);
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            ReadOnlySlice s = bpf_dynptr_slice(data, 0, default, 1);
            if (!s)
                return SK_DROP;
            val = s[0];
            bpf_dynptr_write(meta, 0, "x"u8, 0);
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int rw_skb_slice_invalid_after_metadata_write(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr data);
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice s = bpf_dynptr_slice_rdwr(data, 0, default, 1);
            if (!s)
                return SK_DROP;
            bpf_dynptr_write(meta, 0, "x"u8, 0);
            /*!DYN005*/s/*!*/[0] = 42;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int rw_skb_slice_invalid_after_metadata_write__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr data);
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice s = bpf_dynptr_slice_rdwr(data, 0, default, 1);
            if (!s)
                return SK_DROP;
            s[0] = 42;
            bpf_dynptr_write(meta, 0, "x"u8, 0);
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int ro_skb_meta_slice_invalid_after_payload_write(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr data);
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            ReadOnlySlice s = bpf_dynptr_slice(meta, 0, default, 1);
            if (!s)
                return SK_DROP;
            bpf_dynptr_write(data, 0, "x"u8, 0);
            val = /*!DYN005*/s/*!*/[0];
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int ro_skb_meta_slice_invalid_after_payload_write__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr data);
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            ReadOnlySlice s = bpf_dynptr_slice(meta, 0, default, 1);
            if (!s)
                return SK_DROP;
            val = s[0];
            bpf_dynptr_write(data, 0, "x"u8, 0);
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int rw_skb_meta_slice_invalid_after_payload_write(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr data);
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice s = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
            if (!s)
                return SK_DROP;
            bpf_dynptr_write(data, 0, "x"u8, 0);
            /*!DYN005*/s/*!*/[0] = 42;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int rw_skb_meta_slice_invalid_after_payload_write__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb(skb, 0, out Dynptr data);
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice s = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
            if (!s)
                return SK_DROP;
            s[0] = 42;
            bpf_dynptr_write(data, 0, "x"u8, 0);
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int ro_skb_meta_slice_invalid_after_payload_helper(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            ReadOnlySlice md = bpf_dynptr_slice(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            val = /*!DYN005*/md/*!*/[0];
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int ro_skb_meta_slice_invalid_after_payload_helper__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            ReadOnlySlice md = bpf_dynptr_slice(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            val = md[0];
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int rw_skb_meta_slice_invalid_after_payload_helper(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            /*!DYN005*/md/*!*/[0] = 42;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int rw_skb_meta_slice_invalid_after_payload_helper__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            md[0] = 42;
            if (bpf_skb_pull_data(skb, (uint)skb.Length) != 0)
                return SK_DROP;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int ro_skb_meta_slice_invalid_after_metadata_write(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            ReadOnlySlice md = bpf_dynptr_slice(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            bpf_dynptr_write(meta, 0, "x"u8, 0);
            val = /*!DYN005*/md/*!*/[0];
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int ro_skb_meta_slice_invalid_after_metadata_write__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            ReadOnlySlice md = bpf_dynptr_slice(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            val = md[0];
            bpf_dynptr_write(meta, 0, "x"u8, 0);
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int rw_skb_meta_slice_invalid_after_metadata_write(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            bpf_dynptr_write(meta, 0, "x"u8, 0);
            /*!DYN005*/md/*!*/[0] = 42;
            return SK_PASS;
        }

        [BpfProgram("?tc")]
        public static int rw_skb_meta_slice_invalid_after_metadata_write__mended(SkBuff skb)
        {
            bpf_dynptr_from_skb_meta(skb, 0, out Dynptr meta);
            Slice md = bpf_dynptr_slice_rdwr(meta, 0, default, 1);
            if (!md)
                return SK_DROP;
            md[0] = 42;
            bpf_dynptr_write(meta, 0, "x"u8, 0);
            return SK_PASS;
        }

        [BpfProgram("?xdp")]
        public static int xdp_invalid_data_slice1(XdpBuff xdp)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
            ReadOnlySlice<EthHdr> hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            val = (int)hdr.Value.Protocol;
            if (bpf_xdp_adjust_head(xdp, -14) != 0)
                return XDP_DROP;
            val = (int)/*!DYN005*/hdr/*!*/.Value.Protocol;
            return XDP_PASS;
        }

        [BpfProgram("?xdp")]
        public static int xdp_invalid_data_slice1__mended(XdpBuff xdp)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
            ReadOnlySlice<EthHdr> hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            val = (int)hdr.Value.Protocol;
            if (bpf_xdp_adjust_head(xdp, -14) != 0)
                return XDP_DROP;
            hdr = bpf_dynptr_slice<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            val = (int)hdr.Value.Protocol;
            return XDP_PASS;
        }

        [BpfProgram("?xdp")]
        public static int xdp_invalid_data_slice2(XdpBuff xdp)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
            Slice<EthHdr> hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Arp;
            if (bpf_xdp_adjust_head(xdp, -14) != 0)
                return XDP_DROP;
            /*!DYN005*/hdr/*!*/.Value.Protocol = EtherType.Ip;
            return XDP_PASS;
        }

        [BpfProgram("?xdp")]
        public static int xdp_invalid_data_slice2__mended(XdpBuff xdp)
        {
            Span<byte> buffer = stackalloc byte[14];
            bpf_dynptr_from_xdp(xdp, 0, out Dynptr ptr);
            Slice<EthHdr> hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Arp;
            if (bpf_xdp_adjust_head(xdp, -14) != 0)
                return XDP_DROP;
            hdr = bpf_dynptr_slice_rdwr<EthHdr>(ptr, 0, buffer);
            if (!hdr)
                return SK_DROP;
            hdr.Value.Protocol = EtherType.Ip;
            return XDP_PASS;
        }
    }
}
