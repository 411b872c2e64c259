//! The fields of AWS VPC flow logs, by the names that formats use.

use vrlet_function::prelude::*;
use vrlet_value::FieldContent;

/// A field of a flow log.
#[derive(Debug)]
pub struct FlowLogField {
    pub name: &'static str,
    /// What it holds where it is not `-`.
    pub content: FieldContent,
}

impl FlowLogField {
    /// What is known of the field before a line is read.
    pub fn kind(&self) -> Kind {
        match self.content {
            FieldContent::Text => Kind::bytes().or_null(),
            FieldContent::Integer => Kind::integer().or_null(),
        }
    }
}

const fn text(name: &'static str) -> FlowLogField {
    FlowLogField { name, content: FieldContent::Text }
}

const fn integer(name: &'static str) -> FlowLogField {
    FlowLogField { name, content: FieldContent::Integer }
}

/// The names of the default format, in its order.
pub const DEFAULT_FORMAT: &str = "version account_id interface_id srcaddr dstaddr srcport dstport \
        protocol packets bytes start end action log_status";

/// All fields of interfaces, in the order in which the versions of the format brought them.
pub static FIELDS: [FlowLogField; 54] = [
    // Version 2, the default format.
    integer("version"),
    text("account_id"),
    text("interface_id"),
    text("srcaddr"),
    text("dstaddr"),
    integer("srcport"),
    integer("dstport"),
    integer("protocol"),
    integer("packets"),
    integer("bytes"),
    integer("start"),
    integer("end"),
    text("action"),
    text("log_status"),
    // Version 3.
    text("vpc_id"),
    text("subnet_id"),
    text("instance_id"),
    integer("tcp_flags"),
    text("type"),
    text("pkt_srcaddr"),
    text("pkt_dstaddr"),
    // Version 4.
    text("region"),
    text("az_id"),
    text("sublocation_type"),
    text("sublocation_id"),
    // Version 5.
    text("pkt_src_aws_service"),
    text("pkt_dst_aws_service"),
    text("flow_direction"),
    integer("traffic_path"),
    // Version 7.
    text("ecs_cluster_arn"),
    text("ecs_cluster_name"),
    text("ecs_container_instance_arn"),
    text("ecs_container_instance_id"),
    text("ecs_container_id"),
    text("ecs_second_container_id"),
    text("ecs_service_name"),
    text("ecs_task_definition_arn"),
    text("ecs_task_arn"),
    text("ecs_task_id"),
    // Versions 8 to 10.
    text("reject_reason"),
    text("resource_id"),
    integer("encryption_status"),
    // Version 11.
    text("instance_tag"),
    text("instance_tag_2"),
    text("interface_tag"),
    text("interface_tag_2"),
    text("asg_tag"),
    text("asg_tag_2"),
    text("interface_type"),
    text("next_hop_interface_id"),
    text("next_hop_subnet_id"),
    text("next_hop_az_id"),
    text("next_hop_vpc_id"),
    text("next_hop_interface_type"),
];

/// The fields that only the flow logs of transit gateways have, version 6.
pub static TRANSIT_GATEWAY_FIELDS: [FlowLogField; 18] = [
    text("resource_type"),
    text("tgw_id"),
    text("tgw_attachment_id"),
    text("tgw_src_vpc_account_id"),
    text("tgw_dst_vpc_account_id"),
    text("tgw_src_vpc_id"),
    text("tgw_dst_vpc_id"),
    text("tgw_src_subnet_id"),
    text("tgw_dst_subnet_id"),
    text("tgw_src_eni"),
    text("tgw_dst_eni"),
    text("tgw_src_az_id"),
    text("tgw_dst_az_id"),
    text("tgw_pair_attachment_id"),
    integer("packets_lost_no_route"),
    integer("packets_lost_blackhole"),
    integer("packets_lost_mtu_exceeded"),
    integer("packets_lost_ttl_expired"),
];
