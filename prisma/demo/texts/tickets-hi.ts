import { SENSITIVE_HI } from "./sensitive-hi";
import type { TicketPack } from "./ticket-pack";

/** Hinglish as it is typed, and some Hindi in its own script. */
export const TICKETS_HI: TicketPack = {
  greetings: ["Namaste ji,", "Hello sir,", "Dear team,", "नमस्ते,", "Sir/Madam,", "Good morning ji,"],
  closings: [
    "Dhanyavaad\n{name}",
    "Thanks & regards\n{name}\n{company}\n{mobile}",
    "Regards, {first}, {city}",
    "धन्यवाद\n{name}",
    "{name}\n{company}\nMob. {mobile}",
  ],
  themes: {
    delivery: {
      subjects: ["{order} kab aayega?", "[Dispatch|Delivery] status {order}", "{order} की डिलीवरी"],
      openings: [
        "{order} ka [{days} din se|bahut time se] wait kar rahe hain, {date} ka promise tha.",
        "{order} kab [dispatch|deliver] hoga, please bataiye.",
        "हमारा ऑर्डर {order} अभी तक नहीं पहुँचा, {date} को आना था।",
      ],
      details: [
        "{sku} ke {qty} pcs sabse urgent hain.",
        "Plant shutdown {later} se hai, maal us se pehle chahiye.",
        "Part delivery bhi chalega.",
        "Driver ko bolna {mobile} pe call kare.",
      ],
      replies: [
        "{order} [aaj|kal] dispatch ho gaya hai, {later} tak mil jayega.",
        "transporter ne {later} bola hai {time} se pehle, driver {mobile} pe call karega.",
      ],
    },
    technical: {
      subjects: [
        "{sku} ke baare mein technical sawal",
        "{product} [steam|thermic fluid] mein chalega?",
        "{sku} ka torque",
      ],
      openings: [
        "{product} ko [steam line|thermic fluid|caustic] mein lagana hai, chalega kya?",
        "{sku} ka [torque|seat material] kya hai?",
        "valve {serial} {pct}% pe [vibrate|awaaz] kar raha hai.",
      ],
      details: [
        "Temperature {days} se 140 degree hai.",
        "Data sheet mein [likha nahi hai|sirf PN 40 hai].",
        "{other} ne {date} ko fit kiya tha ({otherPhone}).",
        "वाल्व पूरी तरह बंद नहीं होता।",
      ],
      replies: [
        "haan, {sku} is medium ke liye [theek hai|EPDM seat ke saath chalega].",
        "torque {days} Nm hai, data sheet attach kar di hai.",
      ],
    },
    spare_parts: {
      subjects: ["{serial} ke spare parts", "Seal kit {sku} chahiye", "Spare milega kya?"],
      openings: [
        "valve {serial} ke liye [seal kit|seat ring] chahiye.",
        "{sku} stock mein hai kya?",
        "{product} ke {qty} repair kit bhej dijiye.",
      ],
      details: ["{order} mein aaya tha.", "Address: {address}.", "Jaldi chahiye, machine band padi hai."],
      replies: [
        "sahi kit {sku} hai, {amount} plus GST, {days} din mein.",
        "{serial} ka part available hai, {qty} reserve kar dun?",
      ],
    },
    quote: {
      subjects: ["{qty} x {sku} ka rate", "Quotation {product}", "{city} project ka rate chahiye"],
      openings: [
        "{product} ke {qty} pcs ka best rate bhejiye.",
        "{city} mein project hai, {qty} valve chahiye, zyada {sku}.",
      ],
      details: [
        "{later} tak chahiye.",
        "{competitor} wale {amount} bol rahe hain.",
        "{other} se baat kar lijiye, {otherPhone}.",
        "[Last time wala discount|Kam se kam {pct}%] toh chahiye.",
      ],
      replies: [
        "quotation {amount} ka attach hai, {later} tak valid. {rep} aapse baat karenge.",
        "{rep} {later} tak rate bhej denge.",
      ],
    },
    certificate: {
      subjects: ["{order} ka test certificate", "3.1 certificate nahi mila", "{sku} certificate"],
      openings: [
        "{order} ke saath [test certificate|MTC] nahi aaya.",
        "inspector {serial} ka [hydro test report|3.1 certificate] maang raha hai.",
      ],
      details: ["{later} tak chahiye.", "Heat no. {serial}.", "Inspection {other} karenge, {otherPhone}."],
      replies: ["{serial} ka certificate attach hai.", "QA {email} pe [aaj|kal] bhej dega."],
    },
    invoice_copy: {
      subjects: ["{invoice} ki copy", "{invoice} nahi mila", "GST invoice {invoice}"],
      openings: [
        "{invoice} ki PDF copy bhej dijiye.",
        "{order} ka bill nahi mila.",
        "{invoice} mein hamara PO number nahi hai, sahi kar dijiye.",
      ],
      details: ["{otherEmail} pe bhejiye.", "{amount} ka payment [approve|ready] hai.", "Payment {account} se hoga."],
      replies: ["{invoice} {amount} ka attach hai.", "corrected invoice aaj {email} pe aa jayega."],
    },
    data_change: {
      subjects: ["Address change", "Naya contact number", "पता बदलना है"],
      openings: [
        "hum shift ho gaye, naya address: {newAddress}.",
        "{other} ab company mein nahi hain, ab {name} se baat karein, {email}.",
        "मेरा नया मोबाइल नंबर {mobile} है, कृपया बदल दें।",
      ],
      details: [
        "Delivery {address} pe hi aayegi.",
        "Invoice {otherEmail} pe.",
        "{later} se.",
        "Naya bank account: {account}.",
      ],
      replies: ["change kar diya hai, {later} se lagu.", "{email} aur {mobile} save kar liya hai."],
    },
    appointment: {
      subjects: ["Engineer visit [change|book]", "{later} ko engineer aayega?", "AMC visit"],
      openings: [
        "{later} ko nahi ho payega, next week kar dijiye.",
        "{qty} valve ki [servicing|commissioning] ke liye engineer chahiye.",
      ],
      details: [
        "Site pe {other} milenge, {otherPhone}.",
        "Address: {address}. Gate code {code}.",
        "{time} se pehle mat aana.",
      ],
      replies: ["visit {later}, {time} fix hai, {agent} aayenge.", "{agent} pehle {mobile} pe call karenge."],
    },
    return: {
      subjects: ["{order} ka return", "Galat [size|model] aaya", "{sku} wapas karna hai"],
      openings: [
        "{qty} pcs {sku} zyada aa gaye, wapas karne hain.",
        "{sku} ki jagah [doosra size|flange wala] aaya hai.",
      ],
      details: ["Packing [khuli nahi hai|original hai].", "Pickup: {address}.", "Paisa {account} mein daal dijiye."],
      replies: ["pickup {later} ko hoga, credit note uske baad.", "return form ke saath bhejiye, ref {ticket}."],
    },
    warranty: {
      subjects: ["Warranty {serial}", "{sku} {days} hafte mein leak", "Actuator kharab"],
      openings: [
        "{order} ka valve {serial} {days} hafte mein hi leak ho gaya.",
        "actuator {serial} [chal nahi raha|beech mein ruk jaata hai].",
      ],
      details: [
        "Photo {agentPhone} pe WhatsApp karta hun.",
        "{other} ne fit kiya tha, {otherPhone}.",
        "Naya {address} pe bhejiye.",
      ],
      replies: ["warranty mein hai, naya {later} ko bhejenge.", "valve check ke liye bhej dijiye, ref {ticket}."],
    },
    ...SENSITIVE_HI,
  },
  asides: [
    "Mera number {mobile} hai.",
    "Hamara address: {address}.",
    "{time} ke baad {phone} pe call karna.",
    "{other} ji ko bhi mail karna ({otherEmail}).",
    "Payment {account} se aayega.",
    "Card se bhi de sakta hun, {card}.",
  ],
  followUps: [
    "Thank you ji.",
    "Ek aur baat: {sku} ke liye bhi same hai kya?",
    "Abhi tak reply nahi aaya. Mera number {mobile}.",
    "{other} se baat kar lo, {otherPhone}, main {later} se bahar hun.",
    "Documents {agentEmail} pe bhej diye.",
    "Theek hai. Address {address}.",
    "[Nahi, yeh theek nahi hai.|Yeh tay nahi hua tha.] {rep} se baat karni hai.",
    "ठीक है, {mobile} पर बताइए।",
  ],
  replyGreetings: ["Namaste {first} ji,", "Dear {name},"],
  replyClosings: ["Regards\n{agent}\nQuellmar Service", "Dhanyavaad\n{agent}, {agentPhone}"],
  resolutions: [
    "{ticket} close kar rahe hain. [Dhanyavaad.|Koi baat ho toh batana.]",
    "ticket close, kuch aur ho toh {agentPhone}.",
    "ho gaya, confirmation {email} pe gaya hai.",
  ],
  internalNotes: [
    "{name} ko {mobile} pe call kiya, [shaant|gusse mein].",
    "{rep} bole {part} tak goodwill, zyada nahi.",
    "Customer {competitor} se bhi baat kar raha hai.",
    "Credit check karo, pichla payment bounce hua. {account}.",
  ],
};
