//! How bad each problem is, unless the site changes it.

use super::{Code, Severity};

impl Code {
    /// The severity of the problem unless the site changes it.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::Ck0101
            | Self::Ck0102
            | Self::Ck0104
            | Self::Ck0105
            | Self::Ck0106
            | Self::Ck0201
            | Self::Ck0202
            | Self::Ck0203
            | Self::Ck0204
            | Self::Ck0205
            | Self::Ck0206
            | Self::Ck0207
            | Self::Ck0213
            | Self::Ck0301
            | Self::Ck0303
            | Self::Ck0305
            | Self::Ck0306
            | Self::Ck0308
            | Self::Ck0401
            | Self::Ck0402
            | Self::Ck0432
            | Self::Ck0433
            | Self::Ck0501
            | Self::Ck0503
            | Self::Ck0504
            | Self::Ck0507
            | Self::Ck0508
            | Self::Ck0517
            | Self::Ck0526
            | Self::Ck0528
            | Self::Ck0533
            | Self::Ck0601
            | Self::Ck0602
            | Self::Ck0603
            | Self::Ck0604
            | Self::Ck0701
            | Self::Ck0702
            | Self::Ck0703
            | Self::Ck0540
            | Self::Ck0550
            | Self::Ck0551
            | Self::Ck0552
            | Self::Ck0553
            | Self::Ck0554
            | Self::Ck0555
            | Self::Ck0557
            | Self::Ck0704
            | Self::Ck0705
            | Self::Ck0805
            | Self::Ck0806
            | Self::Ck0807
            | Self::Ck0808
            | Self::Ck0812 => Severity::Error,
            Self::Ck0103
            | Self::Ck0107
            | Self::Ck0208
            | Self::Ck0209
            | Self::Ck0210
            | Self::Ck0212
            | Self::Ck0302
            | Self::Ck0304
            | Self::Ck0307
            | Self::Ck0403
            | Self::Ck0404
            | Self::Ck0405
            | Self::Ck0406
            | Self::Ck0407
            | Self::Ck0408
            | Self::Ck0409
            | Self::Ck0410
            | Self::Ck0411
            | Self::Ck0412
            | Self::Ck0413
            | Self::Ck0414
            | Self::Ck0415
            | Self::Ck0417
            | Self::Ck0418
            | Self::Ck0419
            | Self::Ck0420
            | Self::Ck0421
            | Self::Ck0422
            | Self::Ck0423
            | Self::Ck0424
            | Self::Ck0425
            | Self::Ck0426
            | Self::Ck0427
            | Self::Ck0428
            | Self::Ck0429
            | Self::Ck0430
            | Self::Ck0431
            | Self::Ck0434
            | Self::Ck0435
            | Self::Ck0436
            | Self::Ck0437
            | Self::Ck0438
            | Self::Ck0439
            | Self::Ck0440
            | Self::Ck0441
            | Self::Ck0442
            | Self::Ck0443
            | Self::Ck0444
            | Self::Ck0502
            | Self::Ck0506
            | Self::Ck0509
            | Self::Ck0510
            | Self::Ck0511
            | Self::Ck0512
            | Self::Ck0513
            | Self::Ck0514
            | Self::Ck0515
            | Self::Ck0516
            | Self::Ck0518
            | Self::Ck0519
            | Self::Ck0520
            | Self::Ck0521
            | Self::Ck0522
            | Self::Ck0524
            | Self::Ck0527
            | Self::Ck0529
            | Self::Ck0531
            | Self::Ck0534
            | Self::Ck0535
            | Self::Ck0541
            | Self::Ck0542
            | Self::Ck0543
            | Self::Ck0544
            | Self::Ck0560
            | Self::Ck0605
            | Self::Ck0801
            | Self::Ck0802
            | Self::Ck0803
            | Self::Ck0804
            | Self::Ck0809
            | Self::Ck0810
            | Self::Ck0811 => Severity::Warning,
            Self::Ck0211
            | Self::Ck0214
            | Self::Ck0416
            | Self::Ck0445
            | Self::Ck0505
            | Self::Ck0523
            | Self::Ck0530
            | Self::Ck0556
            | Self::Ck0532 => Severity::Note,
        }
    }
}
