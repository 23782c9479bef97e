"""Which network addresses may be connected to."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.web.addresses import is_public, may_connect


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_global_unicast_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
        "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
        "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1",
        "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1",
        "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "2606:2800:220:1::1%eth0", "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_every_other_address_is_not(address: str) -> None:
    assert not is_public(ip_address(address))


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_a_mapped_address_is_judged_as_the_address_it_is(address: Any) -> None:
    assert is_public(IPv6Address(f"::ffff:{address}")) == is_public(address)


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_no_private_address_is_public(address: Any) -> None:
    assert not (is_public(address) and (address.is_private or address.is_multicast or address.is_loopback))


def test_a_network_can_be_permitted_beside_the_public_ones() -> None:
    assert may_connect("127.0.0.9", [ip_network("127.0.0.9/32")])
    assert not may_connect("127.0.0.1", [ip_network("127.0.0.9/32")])
    assert not may_connect("::1", [ip_network("127.0.0.9/32")])


def test_what_is_no_address_is_not_connected_to() -> None:
    assert not may_connect("localhost")
