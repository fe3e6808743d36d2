import { SENSITIVE_EN } from "./sensitive-en";
import type { TicketPack } from "./ticket-pack";

export const TICKETS_EN: TicketPack = {
  greetings: ["Hello,", "Hi team,", "Dear Sir or Madam,", "Good morning,", "Hi,", "To whom it may concern,"],
  closings: [
    "Kind regards,\n{name}",
    "Thanks,\n{first}",
    "Best regards,\n{name}\n{company}\n{phone}",
    "Regards\n{name}, {company}, {city}",
    "Cheers, {first}\ncell {mobile}",
    "Sincerely,\n{name}\n{email}\n{mobile}",
  ],
  themes: {
    delivery: {
      subjects: ["Where is {order}?", "[ETA|Delivery date] for {order}", "Shipment [status|tracking]"],
      openings: [
        "we have been waiting [{days} days|far too long] for {order}, which was promised for {date}.",
        "could you tell me when {order} will [ship|leave the plant|reach us]?",
        "tracking says {order} has been sitting in the {city} depot since {date}.",
      ],
      details: [
        "The {qty} pcs of {sku} are what we need most.",
        "Our [shutdown|site work] starts {later} and the parts must be here by then.",
        "A partial delivery is fine [if you let us know first|].",
        "Have the driver call {mobile} an hour ahead.",
      ],
      replies: [
        "{order} was packed [today|yesterday] and should reach you on {later}.",
        "the carrier confirmed {later}, before {time}. The driver will call {mobile}.",
      ],
    },
    technical: {
      subjects: [
        "Technical question on {sku}",
        "Is {product} OK for [steam|glycol|ethanol]?",
        "[Torque|Cv value|Seat material] of {sku}",
      ],
      openings: [
        "we plan to use {product} on [saturated steam|30% caustic|biogas|chilled water].",
        "what [torque|seat material|gasket] applies to {sku}?",
        "valve {serial} [chatters|whistles|will not close fully] at about {pct}% stroke.",
      ],
      details: [
        "Line temperature is {days} to 280 °F.",
        "The data sheet [does not say|only refers to Class 300].",
        "It was installed on {date} by {other} ({otherPhone}).",
        "Is there [an ATEX version|a variant with a positioner]?",
      ],
      replies: [
        "{sku} is [approved|suitable with an EPDM seat] for that medium, mind the flow direction.",
        "the right torque is {days} Nm, dry. I have attached the data sheet.",
      ],
    },
    spare_parts: {
      subjects: ["Spares for serial {serial}", "Seal kit {sku}", "[Repair kit|Seat ring] available?"],
      openings: [
        "for valve {serial} we need [a seal kit|new seat rings|a handwheel].",
        "do you have {sku} [in stock|on the shelf]?",
        "please send {qty} repair kits that fit {product}.",
      ],
      details: [
        "Originally supplied on {order}.",
        "Ship to {address}.",
        "Express [is fine|needed], the line is down.",
        "Put it on our account with {rep}.",
      ],
      replies: [
        "the right kit is {sku}, {amount} net, available [now|in {days} days].",
        "we still make that part for {serial}. Shall I reserve {qty}?",
      ],
    },
    quote: {
      subjects: ["RFQ {qty} x {sku}", "Quote for {product}", "Pricing for [frame contract|{city} project]"],
      openings: [
        "please quote {qty} pcs of {product}.",
        "for a project in {city} we need {qty} valves, mainly {sku}.",
        "we would like a price for {qty} x {sku} including [freight|certificates].",
      ],
      details: [
        "Needed by {later}.",
        "{competitor} has already offered {amount}.",
        "Questions to {other}, {otherEmail}.",
        "We expect [the usual discount|at least {pct}% off].",
      ],
      replies: [
        "please find our quote of {amount}, valid until {later}. Your contact is {rep}.",
        "I have asked {rep} to send you a quote by {later}.",
      ],
    },
    certificate: {
      subjects: [
        "3.1 certificate for {order}",
        "Missing [test certificate|declaration of conformity]",
        "Certificates {sku}",
      ],
      openings: [
        "we did not get the [3.1 certificate|mill certificate] with {order}.",
        "the inspector wants the [pressure test report|declaration of conformity] for {serial}.",
        "please send the certificates for {sku} to {otherEmail}.",
      ],
      details: ["We need it by {later}.", "Heat number {serial}.", "Inspection is done by {other}, {otherPhone}."],
      replies: [
        "the certificate for {serial} is attached and also in the portal under {order}.",
        "quality will issue it [today|tomorrow] and mail it to {email}.",
      ],
    },
    invoice_copy: {
      subjects: ["Copy of invoice {invoice}", "{invoice} not received", "{invoice} [as PDF|without PO number]"],
      openings: [
        "could you resend {invoice} [by mail|as PDF]?",
        "we never got the invoice for {order}.",
        "our PO number is missing on {invoice}, please correct.",
      ],
      details: [
        "Send it to {otherEmail}, not to the old address.",
        "The {amount} is [approved|in our next payment run].",
        "Our tax number has not changed.",
        "We will pay from {account}.",
      ],
      replies: ["{invoice} for {amount} is attached.", "the corrected {invoice} goes to {email} today."],
    },
    data_change: {
      subjects: ["New address", "Change of contact", "[Account|Contact] details {company}"],
      openings: [
        "we have moved, our new address is {newAddress}.",
        "{other} has left us, please send everything to {name}, {email}.",
        "my new number is {mobile}, please update my account.",
      ],
      details: [
        "Deliveries still go to {address}.",
        "Invoices to {otherEmail} please.",
        "Valid from {later}.",
        "New bank details for direct debit: {account}.",
      ],
      replies: [
        "the change is in and takes effect on {later}.",
        "I have stored {email} and {mobile}. Please check the confirmation.",
      ],
    },
    appointment: {
      subjects: ["[Reschedule|Book] service visit", "Technician on {later}?", "[Commissioning|Annual service] date"],
      openings: [
        "{later} does not work for us [any more|], can we move it [by a week|to the week after]?",
        "we need a technician for [commissioning|the yearly service] of {qty} valves.",
        "who is coming on {later} and [at what time|roughly when]?",
      ],
      details: [
        "On site: {other}, {otherPhone}.",
        "Address: {address}. Door code {code}.",
        "Not before {time} please.",
        "The engineer from last time knows the way.",
      ],
      replies: [
        "the visit is moved to {later}, {time}. {agent} will come.",
        "{later} is reserved for you, {agent} will call {mobile} first.",
      ],
    },
    return: {
      subjects: ["Return from {order}", "Wrong [size|end connection] delivered", "RMA for {sku}"],
      openings: [
        "we ordered {qty} x {sku} too many and want to send them back.",
        "instead of {sku} we got [another size|the flanged version].",
        "please send us [a return label|an RMA number] for {order}.",
      ],
      details: ["Goods are [unopened|in the original box].", "Pick up at {address}.", "Credit to {account} please."],
      replies: [
        "pick-up is booked for {later}, credit follows after inspection.",
        "please enclose the form, RMA {ticket}.",
      ],
    },
    warranty: {
      subjects: ["Warranty {serial}", "{sku} leaking after {days} weeks", "Faulty actuator"],
      openings: [
        "valve {serial} from {order} leaks after {days} weeks.",
        "actuator {serial} [does not pull in|stops short of the end position].",
        "the coating is coming off {sku}.",
      ],
      details: [
        "I can text photos to {agentPhone}.",
        "It was installed by {other}, {otherPhone}.",
        "Replacement to {address} please.",
      ],
      replies: [
        "this is covered, a replacement for {serial} ships on {later}.",
        "please send the valve in for inspection, mark it {ticket}.",
      ],
    },
    ...SENSITIVE_EN,
  },
  asides: [
    "You can reach me on {mobile}.",
    "Our address is {address}.",
    "Best to [call|ring] {phone} after {time}.",
    "Please copy {other} ({otherEmail}).",
    "Payment will come from {account}.",
    "My colleague {other} ({otherPhone}) knows about it.",
    "If it helps I can pay by card {card}.",
  ],
  followUps: [
    "[Thanks|Many thanks], that helps.",
    "One more thing: does that go for {sku} too?",
    "I still have not heard back. My number is {mobile}.",
    "Please talk to {other}, {otherPhone}, I am away from {later}.",
    "I sent the papers to {agentEmail}.",
    "Fine. Deliver to {address}.",
    "[No, that is not good enough.|That is not what we agreed.] I want to talk to {rep}.",
    "Please pay it to {account}, name {name}.",
  ],
  replyGreetings: ["Hello {name},", "Hi {first},", "Dear {name},"],
  replyClosings: ["Kind regards,\n{agent}\nQuellmar Service", "Best,\n{agent}, {agentPhone}", "Regards,\n{agent}"],
  resolutions: [
    "That closes {ticket}. [Get in touch any time.|Thank you for your patience.]",
    "I am closing this ticket. If anything is open: {agentPhone}.",
    "this is settled, the confirmation went to {email}.",
  ],
  internalNotes: [
    "Called {name} back ({mobile}), [friendly|upset].",
    "{rep} says goodwill up to {part}, no more.",
    "Careful: customer is talking to {competitor}.",
    "Check credit, last payment bounced. Account {account}.",
    "Cleared with accounts, credit of {part} approved.",
  ],
};
