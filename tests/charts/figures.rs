//! Published figures to draw: index 766 on two days, and a dimension of PAPI over the years as derived from its parts.

/// Province, total of index 766 on 5 and on 10 October 2026.
pub(crate) const INDEX_766: [(&str, f64, f64); 34] = [
    ("Đồng Tháp", 68.11, 68.8),
    ("Đồng Nai", 66.97, 67.48),
    ("Hải Phòng", 66.7, 67.18),
    ("Gia Lai", 65.57, 66.23),
    ("Tây Ninh", 65.47, 66.13),
    ("Quảng Ninh", 65.47, 65.91),
    ("Đắk Lắk", 65.13, 65.49),
    ("Lạng Sơn", 64.52, 65.05),
    ("Tuyên Quang", 64.82, 64.74),
    ("Huế", 63.96, 64.09),
    ("Thái Nguyên", 62.93, 63.97),
    ("Ninh Bình", 63.98, 63.93),
    ("Hồ Chí Minh", 63.18, 63.43),
    ("Quảng Trị", 61.4, 63.42),
    ("Lai Châu", 63.18, 63.37),
    ("Lâm Đồng", 62.92, 63.24),
    ("Cà Mau", 63.0, 63.11),
    ("Cao Bằng", 62.56, 62.97),
    ("Phú Thọ", 62.05, 62.18),
    ("Vĩnh Long", 61.5, 62.03),
    ("Nghệ An", 61.6, 61.82),
    ("Cần Thơ", 61.55, 61.8),
    ("Lào Cai", 61.33, 61.72),
    ("Khánh Hòa", 53.22, 61.66),
    ("Đà Nẵng", 59.98, 61.0),
    ("Thanh Hóa", 60.42, 60.8),
    ("Sơn La", 59.81, 59.74),
    ("Hưng Yên", 57.22, 59.63),
    ("Bắc Ninh", 59.11, 59.62),
    ("Điện Biên", 59.7, 59.58),
    ("An Giang", 58.72, 59.18),
    ("Hà Tĩnh", 56.64, 57.2),
    ("Quảng Ngãi", 55.58, 56.0),
    ("Hà Nội", 54.64, 55.23),
];

/// Groups of index 766: name, maximum, points of Đồng Tháp on 10 October 2026.
pub(crate) const GROUPS: [(&str, f64, f64); 6] = [
    ("Công khai, minh bạch", 18.0, 11.46),
    ("Tiến độ, kết quả giải quyết", 20.0, 17.69),
    ("Cung cấp dịch vụ trực tuyến", 12.0, 8.84),
    ("Mức độ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính", 22.0, 9.72),
    ("Mức độ hài lòng", 18.0, 14.67),
    ("Thanh toán trực tuyến", 10.0, 6.42),
];

/// PAPI, public administrative procedures, 2011 to 2024.
pub(crate) const PAPI: [(&str, [f64; 14]); 4] = [
    (
        "Hà Nội",
        [
            6.8642, 6.8675, 6.8464, 6.8024, 6.5304, 7.0872, 6.9653, 7.4994, 7.1317, 7.1693, 7.5372, 7.3101, 7.1611,
            7.1232,
        ],
    ),
    (
        "Cà Mau",
        [6.8477, 6.5782, 6.5863, 6.8148, 6.832, 7.0106, 7.269, 7.5236, 7.5805, 7.3895, 7.454, 7.3368, 7.1274, 7.4577],
    ),
    (
        "Gia Lai",
        [
            7.0847, 7.2533, 7.1798, 7.3073, 6.9015, 6.9588, 6.9934, 7.1392, 7.1276, 7.1256, 6.9021, 6.6385, 6.9227,
            6.9032,
        ],
    ),
    (
        "Đà Nẵng",
        [
            7.3321, 7.4701, 7.5155, 7.6135, 7.1752, 7.3365, 7.4098, 7.4949, 7.5039, 7.3375, 7.3252, 7.3062, 7.2374,
            7.3898,
        ],
    ),
];

/// PAPI, electronic governance in Hà Nội: not measured before 2018.
pub(crate) const E_GOVERNANCE: [Option<f64>; 14] = [
    None,
    None,
    None,
    None,
    None,
    None,
    None,
    Some(3.3195),
    Some(3.8583),
    Some(2.9178),
    Some(3.6057),
    Some(3.6578),
    Some(3.9728),
    Some(4.0455),
];
